import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Filter } from '#shared/filter.ts';
import { formatNumber } from '#shared/locale/number.ts';
import { keys, queryRecords } from '#web/api/queries.ts';
import { Note } from '#web/ui/note.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';

interface Props {
  title: string;
  text: string;
  /** Of the object, and which of its records it is about; all of them when nothing is said. */
  path: string;
  where?: Filter;
  error?: string | undefined;
  busy?: boolean;
  onYes(): void;
  onClose(): void;
}

/** Before something is put away: how many records it touches. */
export function AskArchive({
  title,
  text,
  path,
  where,
  error,
  busy = false,
  onYes,
  onClose,
}: Props) {
  const t = useWords(objectsWords);
  const { language } = useLanguage();
  const { data: total, isError } = useQuery({
    queryKey: [...keys.records(path), 'touched', where],
    queryFn: async ({ signal }) => (await queryRecords(path, { where, limit: 1 }, signal)).total,
    staleTime: 0,
  });
  const count = total && formatNumber(String(total.value), language);
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        {total ? (
          <p>
            {total.value === 0
              ? t('touchesNone')
              : t(total.exact ? 'touches' : 'touchesMore', {
                  count: total.value,
                  figure: count ?? '',
                })}
          </p>
        ) : (
          !isError && <Skeleton height={20} width="60%" />
        )}
        <p>{text}</p>
        {error !== undefined && <Note tone="bad">{error}</Note>}
        <DialogFoot onCancel={onClose} grave>
          <Button loading={busy} onClick={onYes}>
            {t('archive')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
