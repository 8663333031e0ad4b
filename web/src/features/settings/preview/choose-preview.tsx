import { Button, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '#web/engine/model.ts';
import { Note } from '#web/ui/note.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { useMembers } from '../people/people-queries.ts';
import { useProblemText } from '../use-tell.ts';
import { beginPreview } from './preview-store.ts';
import { previewWords } from './preview.words.ts';

/** Whose rights to look with: anybody, or who has one role. */
export function ChoosePreview({ roleId, onClose }: { roleId?: string; onClose: () => void }) {
  const t = useWords(previewWords);
  const textOf = useProblemText();
  const me = useMe();
  const people = (useMembers() ?? []).filter(
    (member) =>
      member.active && member.id !== me.id && (roleId === undefined || member.roleId === roleId),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const member = chosen ?? people[0]?.id;
  const begin = useMutation({ mutationFn: (id: string) => beginPreview(id) });
  return (
    <Dialog onClose={onClose} title={t('title')}>
      <Stack>
        <p>{t('text')}</p>
        {begin.error && <Note tone="bad">{textOf(begin.error)}</Note>}
        {member === undefined ? (
          <Note tone="info">{t('nobody')}</Note>
        ) : (
          <>
            <Select
              label={t('who')}
              data={people.map(({ id, name, email }) => ({
                value: id,
                label: `${name} (${email})`,
              }))}
              value={member}
              onChange={setChosen}
              searchable
              allowDeselect={false}
            />
            <Button loading={begin.isPending} onClick={() => begin.mutate(member)}>
              {t('begin')}
            </Button>
          </>
        )}
      </Stack>
    </Dialog>
  );
}
