import { Button, Select, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '#shared/locale/number.ts';
import { send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { membersQuery, type Member } from '../people/people-queries.ts';
import { useProblemText } from '../use-tell.ts';
import { membersWords } from './members.words.ts';
import { useOwnedCounts } from './use-owned-counts.ts';
import classes from './deactivate-member.module.css';

interface Props {
  member: Member;
  everybody: readonly Member[];
  onClose: () => void;
}

/** Somebody leaves: what they are in charge of, and who takes it over. */
export function DeactivateMember({ member, everybody, onClose }: Props) {
  const t = useWords(membersWords);
  const label = useLabel();
  const { language } = useLanguage();
  const textOf = useProblemText();
  const client = useQueryClient();
  const counts = useOwnedCounts(member.id);
  const [heir, setHeir] = useState<string | null>(null);
  const { name } = member;
  const total = counts?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const inWords = (count: number) => formatNumber(String(count), language);
  const heirs = everybody.filter(
    ({ id, active, pending }) => active && !pending && id !== member.id,
  );
  const deactivate = useMutation({
    mutationFn: (takeOver: string) =>
      send('POST', `/api/v1/members/${member.id}/deactivate`, { takeOver }),
    onSuccess: async (_, takeOver) => {
      onClose();
      const to = everybody.find(({ id }) => id === takeOver)?.name ?? '';
      const text =
        total > 0
          ? t('deactivated', { name, count: inWords(total), to })
          : t('deactivatedNone', { name });
      notify({ tone: 'ok', text });
      await client.invalidateQueries({ queryKey: membersQuery.queryKey });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('deactivateTitle', { name })}>
      <Stack>
        <p>{t('deactivateText', { name })}</p>
        {deactivate.error && <Note tone="bad">{textOf(deactivate.error)}</Note>}
        {counts === undefined && <Skeleton className={classes.skeleton ?? ''} />}
        {counts?.length === 0 && <p>{t('ownsNothing', { name })}</p>}
        {counts !== undefined && counts.length > 0 && (
          <dl className={classes.counts}>
            <dt className={classes.title}>{t('owns')}</dt>
            {counts.map(({ object, count }) => (
              <dd key={object.key} className={classes.count}>
                <span>{label(object.pluralLabel)}</span>
                <span className="num">{inWords(count)}</span>
              </dd>
            ))}
          </dl>
        )}
        <Select
          label={t('takeOver')}
          description={t('takeOverHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={t('takeOverPick')}
          data={heirs.map((each) => ({ value: each.id, label: `${each.name} (${each.email})` }))}
          value={heir}
          onChange={setHeir}
          searchable
        />
        <DialogFoot onCancel={onClose}>
          <Button
            color="red"
            disabled={heir === null || counts === undefined}
            loading={deactivate.isPending}
            onClick={() => heir !== null && deactivate.mutate(heir)}
          >
            {total > 0 ? t('handOver', { count: inWords(total) }) : t('handOverNone')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
