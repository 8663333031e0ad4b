import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { FailureNote } from './failure-note.tsx';
import { showImport, stepImport, type Import } from './imports.ts';
import { transferWords } from './transfer.words.ts';
import { useFigure } from './use-figure.ts';
import classes from './work-progress.module.css';

/** How far the work has come, and how to stop it. */
export function WorkProgress({ made }: { made: Import }) {
  const t = useWords(transferWords);
  const figure = useFigure();
  const client = useQueryClient();
  const [isStopping, setStopping] = useState(false);
  const stop = useMutation({
    mutationFn: () => stepImport(made.id, 'cancel'),
    onSuccess: (next) => showImport(client, next),
    onError: () => setStopping(false),
  });
  const { state, total } = made;
  const done = doneOf(made);
  const name = t(wordsOf(state));
  const isKnown = total !== null && total > 0 && done !== undefined;
  return (
    <div className={classes.work} role="status">
      <h2 className={classes.title}>{isStopping ? t('stopping') : name}</h2>
      <Progress
        value={isKnown ? Math.min(100, (done / total) * 100) : 100}
        animated={!isKnown}
        striped={!isKnown}
        aria-label={name}
        className={classes.bar ?? ''}
      />
      {isKnown && (
        <p className={classes.count}>
          {t('rowsOf', { done: figure(Math.min(done, total)), all: figure(total) })}
        </p>
      )}
      <p className={classes.leave}>{t('leave')}</p>
      {stop.error && <FailureNote error={stop.error} />}
      {state !== 'undoing' && (
        <Button
          variant="default"
          disabled={isStopping}
          onClick={() => {
            setStopping(true);
            stop.mutate();
          }}
        >
          {t(state === 'running' ? 'cancelRun' : 'cancel')}
        </Button>
      )}
    </div>
  );
}

/** Rows that are through. Rows of the file are counted, not their place in it: titles and empty rows come between. */
export function doneOf({ state, counts }: Import): number | undefined {
  const rows = state === 'checking' ? counts.check : state === 'running' ? counts.run : undefined;
  if (state !== 'checking' && state !== 'running') return undefined;
  if (!rows) return 0;
  return rows.created + rows.updated + rows.unchanged + rows.skipped + rows.rejected;
}

const wordsOf = (state: Import['state']) =>
  state === 'waiting' ||
  state === 'reading' ||
  state === 'checking' ||
  state === 'running' ||
  state === 'undoing'
    ? state
    : 'waiting';
