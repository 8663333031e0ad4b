import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { keys } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useSave } from '../records/save.ts';
import { titleOf } from '../records/title.ts';
import { columnId, type Column } from './board-columns.ts';
import { boardWords } from './board.words.ts';
import type { Move } from './moves.ts';

/** Moving cards: seen at once, written after, taken back when refused, undone when wished. */
export function useMoves(
  object: ScreenObject,
  field: ScreenField,
  nameOf: (column: Column) => string,
) {
  const t = useWords(boardWords);
  const { language } = useLanguage();
  const client = useQueryClient();
  const save = useSave(object);
  const [moves, setMoves] = useState<readonly Move[]>([]);

  const write = useCallback(
    async (record: RecordData, to: unknown, isSafe: boolean): Promise<RecordData> => {
      const move: Move = {
        record: { ...record, [field.key]: to },
        from: columnId(record[field.key]),
        to: columnId(to),
      };
      setMoves((all) => [...all.filter((each) => each.record.id !== record.id), move]);
      try {
        const version = isSafe ? record.version : undefined;
        const saved = await save.update(record.id, version, { [field.key]: to });
        // The card stays where it was put until the columns know of it.
        await client.invalidateQueries({ queryKey: keys.records(object.path) });
        return saved;
      } finally {
        setMoves((all) => all.filter((each) => each !== move));
      }
    },
    [save, client, object.path, field.key],
  );

  const move = useCallback(
    (record: RecordData, to: Column) => {
      const title = titleOf(object, record, language);
      const before = record[field.key] ?? null;
      const fail = (error: unknown) =>
        notify({
          tone: 'bad',
          text: t('notMoved', {
            title,
            why: isProblem(error, 'offline')
              ? t('offline')
              : isProblem(error)
                ? (error.errors[0]?.message ?? error.message)
                : '',
          }),
        });
      write(record, to.value, true).then(
        (saved) =>
          notify({
            tone: 'ok',
            text: t('moved', { title, name: nameOf(to) }),
            action: { label: t('undo'), run: () => void write(saved, before, false).catch(fail) },
          }),
        fail,
      );
    },
    [write, object, field.key, language, t, nameOf],
  );
  return { moves, move };
}
