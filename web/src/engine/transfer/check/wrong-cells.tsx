import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScreenObject } from '#web/api/model.ts';
import { useModel } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { FailureNote } from '../failure-note.tsx';
import {
  changeImport,
  showImport,
  type ColumnChoice,
  type Import,
  type ImportPlan,
  type ProblemCount,
} from '../imports.ts';
import { isLink, targetsOf } from '../mapping/targets.ts';
import { transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import classes from './stray-values.module.css';

interface Props {
  made: Import;
  plan: ImportPlan;
  object: ScreenObject;
  problem: ProblemCount;
}

/** A cell with nothing in it would not help against these; texts that are no option have their own panel. */
const otherwise = new Set([
  'required',
  'unknownField',
  'notWritable',
  'notAnOption',
  'notUnique',
  'cycle',
  'ambiguous',
  'duplicate',
  'forbidden',
  'stale',
]);

/** Rows left out for one column only: they come in without that cell, if one likes. */
export function WrongCells({ made, plan, object, problem: { code, column, rows } }: Props) {
  const t = useWords(transferWords);
  const figure = useFigure();
  const client = useQueryClient();
  const model = useModel();
  const apply = useMutation({
    mutationFn: ([name, choice]: [string, ColumnChoice]) =>
      changeImport(made.id, { columns: { [name]: choice } }),
    onSuccess: (next: Import) => showImport(client, next),
  });
  const planned = plan.columns.find(({ name }) => name === column);
  const target = targetsOf(model, object).find(({ path }) => path === planned?.target);
  if (!planned || !target || target.field.required || otherwise.has(code)) return null;
  const { onMissing, onProblem, values } = planned;
  const choice: ColumnChoice = {
    target: planned.target,
    ...(onMissing && { onMissing }),
    ...(onProblem && { onProblem }),
    ...(values && { values }),
    ...(isLink(target) ? { onMissing: 'empty' } : { onProblem: 'empty' }),
  };
  return (
    <section className={classes.stray}>
      <h2 className={classes.title}>
        {t('wrongCells', { column: planned.name, count: figure(rows) })}
      </h2>
      <p className={classes.hint}>{t('wrongCellsHint')}</p>
      {apply.error && <FailureNote error={apply.error} />}
      <div className={classes.actions}>
        <Button
          variant="default"
          disabled={apply.isPending}
          onClick={() => apply.mutate([planned.name, choice])}
        >
          {t('onProblemEmpty')}
        </Button>
      </div>
    </section>
  );
}
