import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { inSentence } from '#web/engine/list/in-sentence.ts';
import { LinkButton } from '#web/ui/link-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { RowTable } from '../check/row-table.tsx';
import { FailureNote } from '../failure-note.tsx';
import { showImport, stepImport, summaryQuery, type Import } from '../imports.ts';
import { ProblemFiles } from '../problem-files.tsx';
import { transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import { AskUndo } from './ask-undo.tsx';
import { importedColumns, isUndoable, resultFilters, undoableUntil } from './result-links.ts';
import { resultWords } from './result-words.ts';
import classes from './result-step.module.css';

/** How an import ended: what came of it, where it is, and how to take it back. */
export function ResultStep({ made, object }: { made: Import; object: ScreenObject }) {
  const t = useWords(transferWords);
  const label = useLabel();
  const figure = useFigure();
  const { timeZone } = useLanguage();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { run } = made.counts;
  const phase = made.state === 'undone' ? 'undo' : 'run';
  const problems = useQuery({
    ...summaryQuery(made.id, phase, made.state),
    enabled: run !== undefined,
  });
  const undo = useMutation({
    mutationFn: () => stepImport(made.id, 'undo'),
    onSuccess: (next) => showImport(client, next),
  });
  const [openedAt] = useState(() => new Date());
  const canUndo = isUndoable(made, openedAt);
  const until = formatDateTime(undoableUntil(made), timeZone);
  const { title, text, tone } = resultWords(made, { t, figure });
  const filters = resultFilters(made);
  const columns = importedColumns(made, object);
  const search = (where: object) => ({ view: 'all', where: JSON.stringify(where), columns });
  const shows = made.state !== 'undone' && run;
  return (
    <div className={classes.result}>
      <div className={classes.summary}>
        <h2 className={classes.title}>{title}</h2>
        {text.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {made.failure && <Note tone={tone}>{made.failure.message}</Note>}
        <div className={classes.actions}>
          {shows && run.created > 0 && (
            <LinkButton
              to="/$objects"
              params={{ objects: object.path }}
              search={search(filters.created)}
            >
              {t('seeCreated', { count: figure(run.created) })}
            </LinkButton>
          )}
          {shows && run.updated > 0 && (
            <LinkButton
              to="/$objects"
              params={{ objects: object.path }}
              search={search(filters.updated)}
              variant={run.created > 0 ? 'default' : 'filled'}
            >
              {t('seeUpdated', { count: figure(run.updated) })}
            </LinkButton>
          )}
          {run && run.rejected > 0 && made.state !== 'undone' && (
            <ProblemFiles id={made.id} phase="run" rejected={run.rejected} />
          )}
          <LinkButton
            to="/imports/new"
            search={{ object: object.key }}
            variant={shows && run.created + run.updated > 0 ? 'default' : 'filled'}
          >
            {t(made.state === 'failed' ? 'otherFile' : 'importAnother')}
          </LinkButton>
          {!shows && (
            <LinkButton to="/$objects" params={{ objects: object.path }} variant="default">
              {t('seeAll', { objects: inSentence(label(object.pluralLabel)) })}
            </LinkButton>
          )}
          {canUndo && (
            <Button variant="default" disabled={undo.isPending} onClick={() => setAsking(true)}>
              {t('undo')}
            </Button>
          )}
        </div>
        {canUndo && <p className={classes.until}>{t('undoUntil', { date: until })}</p>}
        {undo.error && <FailureNote error={undo.error} onAgain={() => undo.mutate()} />}
      </div>
      {made.plan && (problems.data?.rows ?? 0) > 0 && (
        <section>
          <h3 className={classes.head}>{t('needAttention')}</h3>
          <RowTable
            id={made.id}
            object={object}
            plan={made.plan}
            phase={phase}
            filter={{ problems: true }}
            version={made.state}
          />
        </section>
      )}
      {isAsking && (
        <AskUndo
          name={made.fileName}
          onClose={() => setAsking(false)}
          onUndo={() => {
            setAsking(false);
            undo.mutate();
          }}
        />
      )}
    </div>
  );
}
