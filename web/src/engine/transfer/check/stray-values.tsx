import { Button, Select, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FailureNote } from '../failure-note.tsx';
import {
  addOptions,
  changeImport,
  showImport,
  strayValuesQuery,
  type ColumnChoice,
  type Import,
  type ImportPlan,
} from '../imports.ts';
import { foldedFilter } from '../mapping/target-words.ts';
import { isChoice, targetsOf } from '../mapping/targets.ts';
import { transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import classes from './stray-values.module.css';

interface Props {
  made: Import;
  plan: ImportPlan;
  column: string;
  version: string;
}

const mostShown = 100;
/** Stands for "leave it empty" in a list of options. */
const nothing = '-';

/** Texts that are no option of the field: each is given one, or they are added to the list. */
export function StrayValues({ made, plan, column, version }: Props) {
  const t = useWords(transferWords);
  const label = useLabel();
  const figure = useFigure();
  const client = useQueryClient();
  const isAdministrator = useMe().role.administrator;
  const model = useModel();
  const object = model.byKey.get(made.object);
  const planned = plan.columns.find(({ name }) => name === column);
  const target = fieldOf(object, planned?.target ?? null);
  const query = useQuery(strayValuesQuery(made.id, column, version));
  const [chosen, setChosen] = useState<Record<string, string | undefined>>({});
  const done = { onSuccess: (next: Import) => showImport(client, next) };
  const apply = useMutation({
    mutationFn: (choice: ColumnChoice) => changeImport(made.id, { columns: { [column]: choice } }),
    ...done,
  });
  const add = useMutation({ mutationFn: () => addOptions(made.id, column), ...done });

  if (!planned || !target || !('options' in target.field)) return null;
  if (query.isPending) return <Skeleton height={52} m="lg" />;
  const values = query.data ?? [];
  const options = target.field.options ?? [];
  const data = [
    { value: nothing, label: t('leaveEmpty') },
    ...options.map((option) => ({ value: option.value, label: label(option.label) })),
  ];
  const isOpen = 'open' in target.field && target.field.open === true;
  const isBusy = apply.isPending || add.isPending;
  const send = () => {
    const own = Object.entries(chosen).flatMap(([text, value]) =>
      value === undefined ? [] : [[text, value === nothing ? null : value] as const],
    );
    const { onProblem } = planned;
    apply.mutate({
      target: planned.target,
      ...(onProblem && { onProblem }),
      values: { ...planned.values, ...Object.fromEntries(own) },
    });
  };
  return (
    <section className={classes.stray}>
      <h2 className={classes.title}>{t('stray', { column, count: figure(values.length) })}</h2>
      <p className={classes.hint}>
        {t('strayHint')} {isOpen ? !isAdministrator && t('onlyAdministrators') : t('closedField')}
      </p>
      <ul className={classes.list}>
        {values.slice(0, mostShown).map(({ value, count }) => (
          <li key={value} className={classes.row}>
            <span className={classes.value}>{value}</span>
            <span className={classes.count}>{t('strayRows', { count: figure(count) })}</span>
            <Select
              aria-label={t('strayOption', { value })}
              data={data}
              value={chosen[value] ?? null}
              placeholder={t('keepWrong')}
              searchable
              clearable
              filter={foldedFilter}
              comboboxProps={{ keepMounted: false }}
              onChange={(option) =>
                setChosen((before) => ({ ...before, [value]: option ?? undefined }))
              }
            />
          </li>
        ))}
      </ul>
      {values.length > mostShown && (
        <p className={classes.hint}>{t('strayMore', { count: figure(mostShown) })}</p>
      )}
      {(apply.error ?? add.error) && <FailureNote error={apply.error ?? add.error} />}
      <div className={classes.actions}>
        {isOpen && isAdministrator && (
          <Button variant="default" disabled={isBusy} onClick={() => add.mutate()}>
            {t('addOptions', { count: figure(values.length) })}
          </Button>
        )}
        <Button
          variant="default"
          disabled={isBusy || Object.values(chosen).every((value) => value === undefined)}
          onClick={send}
        >
          {t('applyValues')}
        </Button>
      </div>
    </section>
  );

  function fieldOf(main: ScreenObject | undefined, path: string | null) {
    if (!main || path === null) return undefined;
    const found = targetsOf(model, main).find((each) => each.path === path);
    return found && isChoice(found) ? found : undefined;
  }
}
