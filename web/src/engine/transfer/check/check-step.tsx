import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FailureNote } from '../failure-note.tsx';
import {
  checkVersion,
  importKeys,
  showImport,
  stepImport,
  summaryQuery,
  type Import,
  type ImportPlan,
  type RowFilter,
} from '../imports.ts';
import { ProblemFiles } from '../problem-files.tsx';
import { StepFoot } from '../step-foot.tsx';
import { transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import { CheckSums } from './check-sums.tsx';
import classes from './check-step.module.css';
import { ProblemNav } from './problem-nav.tsx';
import { RowTable } from './row-table.tsx';
import { StrayValues } from './stray-values.tsx';
import { WrongCells } from './wrong-cells.tsx';

interface Props {
  made: Import;
  plan: ImportPlan;
  object: ScreenObject;
  onColumns: () => void;
}

/** Third step: what the file would do. Nothing is written yet. */
export function CheckStep({ made, plan, object, onColumns }: Props) {
  const t = useWords(transferWords);
  const label = useLabel();
  const figure = useFigure();
  const client = useQueryClient();
  const version = checkVersion(made);
  const summary = useQuery(summaryQuery(made.id, 'check', version));
  const [chosen, setChosen] = useState<RowFilter>();
  const main = useRef<HTMLElement>(null);
  const run = useMutation({
    mutationFn: () => stepImport(made.id, 'run'),
    onSuccess: (next) => showImport(client, next),
    onError: (error) => {
      // Somebody else pressed it, or it was stopped elsewhere: show what is.
      if (isProblem(error, 'conflict'))
        void client.invalidateQueries({ queryKey: importKeys.one(made.id) });
    },
  });
  const counts = made.counts.check;
  if (!counts) return null;
  const problems = summary.data?.items ?? [];
  const filter = chosen ?? (summary.data?.rows === 0 ? {} : { problems: true });
  const asked = problems.find(
    ({ code, column, rejects }) => rejects && filter.code === code && filter.column === column,
  );
  const related = Object.values(counts.related).some(
    ({ created, updated }) => created + updated > 0,
  );
  const rows = counts.created + counts.updated || (related ? counts.unchanged + counts.skipped : 0);
  const matched = plan.match.map((key) => label(object.field.get(key)?.label ?? key));
  return (
    <>
      <CheckSums made={made} plan={plan} counts={counts} object={object} />
      <div className={classes.body}>
        <ProblemNav
          rows={summary.data?.rows ?? 0}
          total={made.total ?? 0}
          items={problems}
          filter={filter}
          onFilter={(next) => {
            setChosen(next);
            // On a narrow page what was chosen lies below the choices.
            if (matchMedia('(max-width: 860px)').matches) main.current?.scrollIntoView();
          }}
        />
        <section ref={main} className={classes.main}>
          {asked && (
            <StrayValues
              key={`${asked.code} ${asked.column}`}
              made={made}
              plan={plan}
              code={asked.code}
              column={asked.column ?? ''}
              version={version}
            />
          )}
          {asked && <WrongCells made={made} plan={plan} object={object} problem={asked} />}
          <div className={classes.bar}>
            <Fact name={t('matchBy')} value={matched.join(', ') || t('matchNone')} />
            {matched.length > 0 && (
              <Fact
                name={t('emptyCells')}
                value={t(made.options.emptyClears ? 'emptyClear' : 'emptyKeep')}
              />
            )}
          </div>
          {run.error && (
            <FailureNote
              error={run.error}
              onAgain={isProblem(run.error, 'conflict') ? undefined : () => run.mutate()}
            />
          )}
          {rows === 0 && <Note tone="warn">{t('runNothing')}</Note>}
          <RowTable
            id={made.id}
            object={object}
            plan={plan}
            phase="check"
            filter={filter}
            version={version}
          />
        </section>
      </div>
      <StepFoot
        quiet={
          <>
            <IconArrowBackUp size={16} stroke={1.7} aria-hidden />
            {t('undoPromise')}
          </>
        }
      >
        <Button variant="subtle" color="gray" onClick={onColumns}>
          {t('changeColumns')}
        </Button>
        {(summary.data?.rows ?? 0) > 0 && (
          <ProblemFiles id={made.id} phase="check" rejected={counts.rejected} />
        )}
        <Button disabled={rows === 0 || run.isPending} onClick={() => run.mutate()}>
          {t('run', { count: figure(rows) })}
        </Button>
      </StepFoot>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <span className={classes.fact}>
      <span>{name}</span>
      <b>{value}</b>
    </span>
  );
}
