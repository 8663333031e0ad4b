import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FailureNote } from '../failure-note.tsx';
import {
  changeImport,
  isWorking,
  showImport,
  type ColumnChoice,
  type Import,
  type ImportOptions,
  type ImportPlan,
  type PlannedColumn,
} from '../imports.ts';
import { StepFoot } from '../step-foot.tsx';
import { isWord, transferWords } from '../transfer.words.ts';
import { ColumnDrag } from './column-drag.tsx';
import { ColumnRow } from './column-row.tsx';
import rowClasses from './column-row.module.css';
import classes from './columns-step.module.css';
import { FreeFields } from './free-fields.tsx';
import {
  changeChoice,
  choiceOf,
  chooseTarget,
  freeTargets,
  isChanged,
  missingFields,
  optionsOf,
} from './mapping-draft.ts';
import { MatchChoice } from './match-choice.tsx';
import { Questions } from './questions.tsx';
import { ReadingChoice } from './reading-choice.tsx';
import { targetsOf, type Target } from './targets.ts';
import { useMapping } from './use-mapping.ts';

interface Props {
  made: Import;
  plan: ImportPlan;
  object: ScreenObject;
  onCheck: () => void;
}

/** Second step: which column goes to which field. */
export function ColumnsStep({ made, plan, object, onCheck }: Props) {
  const t = useWords(transferWords);
  const label = useLabel();
  const model = useModel();
  const mayAdd = useMe().role.administrator;
  const client = useQueryClient();
  const targets = useMemo(() => targetsOf(model, object), [model, object]);
  const { draft, change, forget } = useMapping(made);
  const [takenFrom, setTakenFrom] = useState<PlannedColumn>();
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const { columns } = plan;

  const send = useMutation({
    mutationFn: (options: ImportOptions) => changeImport(made.id, options),
    onSuccess: (next) => {
      forget();
      showImport(client, next);
    },
  });
  const onTarget = useCallback(
    (column: PlannedColumn, target: Target | undefined) => {
      const next = chooseTarget(latest.current, columns, column, target);
      setTakenFrom(next.takenFrom);
      change(next.draft);
    },
    [columns, change],
  );
  const onChoice = useCallback(
    (column: PlannedColumn, choice: Partial<ColumnChoice>) =>
      change(changeChoice(latest.current, column, choice)),
    [change],
  );

  const mapped = columns.filter((column) => choiceOf(draft, column).target !== null).length;
  const open = made.questions.some(({ option }) => draft[option] === undefined);
  const missing = missingFields(draft, columns, object);
  const isBusy = isWorking(made) || send.isPending;
  const isNew = isChanged(draft, made) || made.state === 'needsChoice';
  const why = open ? t('answerFirst') : mapped === 0 ? t('mapFirst') : undefined;
  const check = () => {
    if (!isNew) return onCheck();
    send.mutate(optionsOf(draft, made, object), { onSuccess: onCheck });
  };
  return (
    <ColumnDrag onDrop={onTarget}>
      <div className={classes.step}>
        <div className={classes.main}>
          <div className={classes.notes}>
            <Questions questions={made.questions} draft={draft} onChange={change} />
            {plan.warnings.map(({ code, params }) => {
              const key = `warn_${code}`;
              return isWord(key) ? (
                <Note key={code + JSON.stringify(params)} tone="info">
                  {t(key, params)}
                </Note>
              ) : null;
            })}
            {missing.length > 0 && (
              <Note tone="warn">
                {t('requiredMissing', {
                  fields: missing
                    .map((key) => label(object.field.get(key)?.label ?? key))
                    .join(', '),
                })}
              </Note>
            )}
            {takenFrom && <Note tone="info">{t('takenFrom', { column: takenFrom.name })}</Note>}
            {send.error && <FailureNote error={send.error} onAgain={check} />}
          </div>
          <div className={rowClasses.head} aria-hidden>
            <span>{t('column')}</span>
            <span>{t('field')}</span>
            <span>{t('why')}</span>
          </div>
          <ul className={classes.list}>
            {columns.map((column) => (
              <ColumnRow
                key={column.index}
                column={column}
                choice={choiceOf(draft, column)}
                isOwn={draft.columns[column.index] !== undefined}
                object={object}
                targets={targets}
                mayAdd={mayAdd}
                onTarget={onTarget}
                onChange={onChoice}
              />
            ))}
          </ul>
        </div>
        <aside className={classes.side}>
          <MatchChoice draft={draft} columns={columns} object={object} onChange={change} />
          <ReadingChoice
            plan={plan}
            draft={draft}
            headerRow={made.options.headerRow}
            disabled={isBusy}
            onChange={change}
            onRead={(options) => send.mutate(options)}
          />
          <FreeFields targets={freeTargets(draft, columns, targets)} object={object} />
        </aside>
      </div>
      <StepFoot quiet={why ?? t('mappedCount', { mapped, all: columns.length })}>
        <Button onClick={check} disabled={why !== undefined || send.isPending}>
          {t(isNew || isBusy ? 'runCheck' : 'seeCheck')}
        </Button>
      </StepFoot>
    </ColumnDrag>
  );
}
