import { Button, Select, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe, useModel } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { FailureNote } from '../failure-note.tsx';
import {
  addOptions,
  changeImport,
  type ColumnChoice,
  showImport,
  strayValuesQuery,
  type Import,
  type ImportPlan,
} from '../imports.ts';
import { targetsOf } from '../mapping/targets.ts';
import { transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import { useMeanings } from './use-meanings.ts';
import classes from './stray-values.module.css';

interface Props {
  made: Import;
  plan: ImportPlan;
  code: string;
  column: string;
  version: string;
}

const mostShown = 100;
/** Stands for "leave it empty" in a list of options. */
const nothing = '-';

/** Texts that mean nothing yet: each is given an option or a person, or they are added to the list of options. */
export function StrayValues({ made, plan, code, column, version }: Props) {
  const t = useWords(transferWords);
  const figure = useFigure();
  const client = useQueryClient();
  const isAdministrator = useMe().role.administrator;
  const model = useModel();
  const object = model.byKey.get(made.object);
  const planned = plan.columns.find(({ name }) => name === column);
  const target = object && targetsOf(model, object).find(({ path }) => path === planned?.target);
  const meanings = useMeanings(target);
  const isAsked = meanings?.code === code;
  const query = useQuery({
    ...strayValuesQuery(made.id, column, code, version),
    enabled: isAsked,
  });
  const [chosen, setChosen] = useState<Record<string, string | undefined>>({});
  const done = { onSuccess: (next: Import) => showImport(client, next) };
  const apply = useMutation({
    mutationFn: (choice: ColumnChoice) => changeImport(made.id, { columns: { [column]: choice } }),
    ...done,
  });
  const add = useMutation({ mutationFn: () => addOptions(made.id, column, own()), ...done });
  const own = () =>
    Object.fromEntries(
      Object.entries(chosen).flatMap(([text, value]) =>
        value === undefined ? [] : [[text, value === nothing ? null : value] as const],
      ),
    );

  if (!planned || !target || !isAsked) return null;
  if (query.isPending) return <Skeleton height={52} m="lg" />;
  const values = query.data ?? [];
  const isPeople = code === 'notFound';
  const without = values.filter(({ value }) => chosen[value] === undefined).length;
  const data = [{ value: nothing, label: t('leaveEmpty') }, ...meanings.choices];
  const isOpen = 'open' in target.field && target.field.open === true;
  const isBusy = apply.isPending || add.isPending;
  const send = () => {
    const { onProblem } = planned;
    apply.mutate({
      target: planned.target,
      ...(onProblem && { onProblem }),
      values: { ...planned.values, ...own() },
    });
  };
  return (
    <section className={classes.stray}>
      <h2 className={classes.title}>
        {t(isPeople ? 'strayPeople' : 'stray', { column, count: figure(values.length) })}
      </h2>
      <p className={classes.hint}>
        {isPeople ? t('strayPeopleHint') : t('strayHint')}{' '}
        {!isPeople && (isOpen ? !isAdministrator && t('onlyAdministrators') : t('closedField'))}
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
        {isOpen && isAdministrator && without > 0 && (
          <Button variant="default" disabled={isBusy} onClick={() => add.mutate()}>
            {t('addOptions', { count: figure(without) })}
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
}
