import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenField } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { Column } from '../columns.ts';
import type { Bucket } from '../groups.ts';
import { GroupName } from './group-name.tsx';
import { listWords } from '../list.words.ts';
import type { Row } from './rows.ts';
import { Sum } from './sum.tsx';
import type { TableActions } from './table-actions.ts';
import { rowId } from './row-ids.ts';
import classes from './table.module.css';

interface Props {
  row: Extract<Row, { kind: 'group' }>;
  field: ScreenField;
  bucket: Bucket | undefined;
  columns: readonly Column[];
  index: number;
  top: number;
  isCursor: boolean;
  actions: TableActions;
}

/** The head of a group: its value, how many, and the sums under their columns. */
export function GroupRow({ row, field, bucket, columns, index, top, isCursor, actions }: Props) {
  const t = useWords(listWords);
  const { language } = useLanguage();
  const { group, isOpen } = row;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-expanded={isOpen}
      aria-level={1}
      className={`${classes.row} ${classes.group} ${isCursor ? classes.cursor : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => actions.press(index, event)}
    >
      <div role="gridcell" className={classes.check}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.fold}
          aria-label={t(isOpen ? 'foldGroup' : 'openGroup')}
          onClick={() => actions.fold(group)}
        >
          <Chevron size={14} stroke={1.7} />
        </button>
      </div>
      <div role="gridcell" className={classes.groupName}>
        <GroupName field={field} bucket={bucket} value={group.value} />
        <span className={classes.count}>{formatNumber(String(group.count), language)}</span>
      </div>
      {columns.map((column, place) =>
        group.sums.has(column.key) ? (
          <div
            key={column.key}
            role="gridcell"
            className={classes.sum}
            style={{ left: `var(--l${place})`, width: `var(--w${place})` }}
          >
            <Sum field={column.field} value={group.sums.get(column.key)} />
          </div>
        ) : null,
      )}
    </div>
  );
}
