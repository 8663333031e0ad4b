import { Button, Radio, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { groupCountQuery, startMergeAll } from './duplicates.ts';
import { duplicatesWords } from './duplicates.words.ts';
import { MergeFailure } from './merge/merge-failure.tsx';

interface Props {
  object: ScreenObject;
  onStarted: (run: { runId: string }) => void;
  onClose: () => void;
}

const kinds = [
  { score: 100, words: 'kind100' },
  { score: 80, words: 'kind80' },
] as const;

/** Many groups at once, of a kind that is safe; says how many before. */
export function MergeAllDialog({ object, onStarted, onClose }: Props) {
  const t = useWords(duplicatesWords);
  const [score, setScore] = useState<number>(kinds[0].score);
  const { data } = useQuery(groupCountQuery(object.key, score));
  const start = useMutation({
    mutationFn: () => startMergeAll(object.key, score),
    onSuccess: (run) => {
      onStarted(run);
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('mergeAllTitle')}>
      <Stack gap="lg">
        <p>{t('mergeAllText')}</p>
        <Radio.Group
          label={t('mergeAllWhich')}
          value={String(score)}
          onChange={(value) => setScore(Number(value))}
        >
          <Stack gap="sm" mt="xs">
            {kinds.map((kind) => (
              <Radio key={kind.score} value={String(kind.score)} label={t(kind.words)} />
            ))}
          </Stack>
        </Radio.Group>
        <p>
          {data &&
            (data.isAll
              ? t('groupsCount', { count: data.count })
              : t('groupsMany', { count: data.count }))}
          {data && '. '}
          {t('mergeAllUndo')}
        </p>
        {start.error && (
          <MergeFailure error={start.error} fields={[]} onAgain={() => start.mutate()} />
        )}
        <DialogFoot onCancel={onClose} cancelLabel={t('keep')}>
          <Button
            disabled={!data || data.count === 0 || start.isPending}
            onClick={() => start.mutate()}
          >
            {data?.isAll ? t('mergeAllGo', { count: data.count }) : t('mergeAllGoMany')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
