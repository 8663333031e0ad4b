import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { inSentence } from '../in-sentence.ts';
import type { ListState } from '../list-params.ts';
import type { Selection } from '../table/use-selection.ts';
import { bulkWords } from './bulk.words.ts';
import { findSelected } from './find-selected.ts';
import { runInPieces, type Outcome } from './run-in-pieces.ts';
import { startProgress } from './work-toast.tsx';

type Changed = Pick<RecordData, 'id' | 'version'>;
type Said = 'changed' | 'given' | 'tagged' | 'removed' | 'undone';
type Params = Record<string, string>;

export interface Change {
  fields: readonly string[];
  /** New values of a record. */
  valuesOf(record: RecordData): Record<string, unknown>;
  said: Said;
}

/** Changes or removes all that is selected, with progress, and takes it back. Goes on when the page is left. */
export function useBulk(object: ScreenObject) {
  const t = useWords(bulkWords);
  const label = useLabel();
  const { language } = useLanguage();
  const client = useQueryClient();
  const { path, key } = object;

  const named = useCallback(
    (count: number) => ({
      count: formatNumber(String(count), language),
      name: inSentence(label(count === 1 ? object.label : object.pluralLabel)),
    }),
    [language, label, object],
  );
  const tell = useCallback(
    (said: Said, { done, refused, why }: Outcome<unknown>, params?: Params, undo?: () => void) => {
      const left =
        refused === 0
          ? ''
          : said === 'undone'
            ? t('leftUndo', named(refused))
            : t('left', { ...named(refused), why: why?.message ?? '' });
      const text =
        `${done.length > 0 ? t(said, { ...named(done.length), ...params }) : ''} ${left}`.trim();
      if (text === '') return;
      notify({
        tone: refused > 0 ? 'warn' : 'ok',
        text,
        ...(undo && done.length > 0 && { action: { label: t('undo'), run: undo } }),
      });
    },
    [t, named],
  );
  /** Runs it with progress; what goes wrong as a whole is said. */
  const run = useCallback(
    async (word: 'working' | 'undoing', total: number, work: Work) => {
      const progress = startProgress(total, {
        text: (done) => t(word, { done: named(done).count, total: named(total).count }),
        stop: t('stop'),
      });
      try {
        await work(progress.show, progress.signal);
      } catch (error) {
        if (!isProblem(error)) throw error;
        notify({ tone: 'bad', text: t('failed', { why: error.message }) });
      } finally {
        progress.end();
        await renew(client, path);
      }
    },
    [t, named, client, path],
  );
  const patch = useCallback(
    (
      items: readonly ({ id: string } & Record<string, unknown>)[],
      onProgress: Show,
      signal: AbortSignal,
      of = path,
    ) =>
      runInPieces(
        items,
        async (piece) =>
          (await send<{ updated: Changed[] }>('POST', address(`${of}/batch`), { update: piece }))
            .updated,
        { onProgress, signal },
      ),
    [path],
  );

  const change = useCallback(
    (state: ListState, selection: Selection, total: number, what: Change) =>
      run('working', total, async (show, signal) => {
        const before = await findSelected(path, state, selection, what.fields, { signal });
        const outcome = await patch(
          before.map((record) => ({ id: record.id, ...what.valuesOf(record) })),
          show,
          signal,
        );
        const old = new Map(before.map((record) => [record.id, pick(record, what.fields)]));
        // With the version it was left with: what somebody changed since is not written over.
        const back = outcome.done.map(({ id, version }) => ({ id, version, ...old.get(id) }));
        tell(what.said, outcome, {}, () => {
          void run('undoing', back.length, async (shown, stopped) =>
            tell('undone', await patch(back, shown, stopped)),
          );
        });
      }),
    [run, path, patch, tell],
  );
  const remove = useCallback(
    (state: ListState, selection: Selection, total: number) =>
      run('working', total, async (show, signal) => {
        const found = await findSelected(path, state, selection, [], { signal });
        const outcome = await runInPieces(
          found.map(({ id }) => ({ id })),
          async (piece) => {
            await send('POST', address(`${path}/batch`), { remove: piece });
            return piece;
          },
          { onProgress: show, signal },
        );
        tell('removed', outcome, {}, () => {
          void run('undoing', outcome.done.length, async (shown, stopped) => {
            const restored = await runInPieces(
              outcome.done,
              async (piece) => {
                const items = piece.map(({ id }) => ({ object: key, id }));
                await send('POST', address('trash/restore'), { items });
                return piece;
              },
              { onProgress: shown, signal: stopped },
            );
            tell('undone', restored);
          });
        });
      }),
    [run, path, key, tell],
  );
  return { change, remove, named, run, tell, patch };
}

type Show = (done: number) => void;
type Work = (show: Show, signal: AbortSignal) => Promise<void>;

const pick = (record: RecordData, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, record[field] ?? null]));
