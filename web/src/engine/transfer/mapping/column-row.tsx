import { useDroppable } from '@dnd-kit/core';
import { Select } from '@mantine/core';
import { memo } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import type { ColumnChoice, PlannedColumn } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import { ColumnBehaviour } from './column-behaviour.tsx';
import { NewField } from './new-field.tsx';
import classes from './column-row.module.css';
import { useTargetChoices } from './target-words.ts';
import type { Target } from './targets.ts';

interface Props {
  column: PlannedColumn;
  choice: ColumnChoice;
  /** True when the choice is newer than the plan. */
  isOwn: boolean;
  object: ScreenObject;
  targets: readonly Target[];
  /** Whether this person may add fields. */
  mayAdd: boolean;
  onTarget: (column: PlannedColumn, target: Target | undefined) => void;
  onChange: (column: PlannedColumn, change: Partial<ColumnChoice>) => void;
}

const shownSamples = 3;

/** One column of the file: its first values, where it goes, and why. */
export const ColumnRow = memo(function ColumnRow(props: Props) {
  const { column, choice, isOwn, object, targets, mayAdd, onTarget, onChange } = props;
  const t = useWords(transferWords);
  const data = useTargetChoices(targets, object);
  const { setNodeRef, isOver } = useDroppable({ id: column.index, data: { column } });
  const target = targets.find(({ path }) => path === choice.target);
  const samples = column.samples.slice(0, shownSamples);
  return (
    <li
      ref={setNodeRef}
      className={classes.row}
      data-over={isOver}
      data-mapped={choice.target !== null}
    >
      <div className={classes.column}>
        <span className={classes.name} title={column.name}>
          {column.name}
        </span>
        <span className={classes.samples} title={samples.join('\n')}>
          {samples.join(' · ')}
        </span>
      </div>
      <Select
        aria-label={t('targetOf', { column: column.name })}
        data={data}
        value={choice.target}
        placeholder={t('ignore')}
        searchable
        clearable
        nothingFoundMessage={t('noField')}
        maxDropdownHeight={320}
        // Hundreds of columns with a list of a hundred fields each would weigh.
        comboboxProps={{ keepMounted: false }}
        onChange={(path) =>
          onTarget(
            column,
            targets.find((each) => each.path === path),
          )
        }
      />
      <span className={classes.why}>
        {t(reasonOf(column, choice, isOwn))}
        {mayAdd && choice.target === null && (
          <NewField column={column} object={object} onTarget={onTarget} />
        )}
      </span>
      {target ? (
        <ColumnBehaviour column={column} choice={choice} target={target} onChange={onChange} />
      ) : (
        <span />
      )}
    </li>
  );
});

const reasons = {
  given: 'byGiven',
  name: 'byName',
  values: 'byValues',
  ignored: 'byIgnored',
  notMapped: 'byNotMapped',
} as const satisfies Record<PlannedColumn['by'], string>;

function reasonOf(column: PlannedColumn, choice: ColumnChoice, isOwn: boolean) {
  if (!isOwn || choice.target === column.target) return reasons[column.by];
  return choice.target === null ? 'byIgnored' : 'byGiven';
}
