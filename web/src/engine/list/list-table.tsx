import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useModel } from '../model.ts';
import { columnsOf, summed } from './columns.ts';
import type { ListControl } from './list-state.ts';
import { ListProblem } from './list-problem.tsx';
import { listWords } from './list.words.ts';
import { queryOf } from './query-of.ts';
import { pressSort } from './sort-terms.ts';
import { ListFoot } from './table/list-foot.tsx';
import { RecordTable } from './table/record-table.tsx';
import type { Rows } from './table/rows.ts';
import type { SelectionControl } from './table/use-selection.ts';
import type { ColumnShape } from './use-column-shape.ts';
import { useRows } from './use-rows.ts';
import { fieldView } from '../fields/index.ts';

interface Props {
  object: ScreenObject;
  control: ListControl;
  shape: ColumnShape;
  selection: SelectionControl;
  onOpen(record: RecordData, around: Rows): void;
  /** Shown in place of the rows when there are none. */
  empty: React.ReactNode;
}

export function ListTable({ object, control, shape, selection, onOpen, empty }: Props) {
  const t = useWords(listWords);
  const label = useLabel();
  const { state, change } = control;
  const { widths, pinned } = shape;
  const model = useModel();
  const columns = useMemo(
    () => columnsOf(object, model, { columns: state.columns, widths, pinned }),
    [object, model, state.columns, widths, pinned],
  );
  const names = columns.map(({ key }) => key).join();
  const { where, q, sort } = state;
  const query = useMemo(
    () => queryOf(object, { where, q, sort }, names.split(',')),
    [object, where, q, sort, names],
  );
  const [range, setRange] = useState({ first: 0, last: 0 });
  const onRange = useCallback((first: number, last: number) => {
    setRange((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, []);
  const added = useMemo(() => summed(columns).map(({ key }) => key), [columns]);
  const found = useRows(object, state, query, added, useDeferredValue(range));

  const head = useMemo(
    () => ({
      sort: (key: string, more: boolean) => {
        const field = object.field.get(key);
        const first = field && fieldView(field).align === 'right' ? 'falling' : 'rising';
        change({ sort: pressSort(sort, key, { more, first }) });
      },
      resize: shape.resize,
      move: (key: string, before: string | null) => {
        const rest = names.split(',').filter((each) => each !== key);
        const at = before === null ? rest.length : rest.indexOf(before);
        change({ columns: rest.toSpliced(at, 0, key) }, { replace: true });
      },
    }),
    [object, sort, names, change, shape.resize],
  );
  const { rows } = found;
  const open = useCallback((record: RecordData) => onOpen(record, rows), [onOpen, rows]);
  if (found.isEmpty) return empty;
  return (
    <>
      {found.error && <ListProblem error={found.error} again={found.again} />}
      <RecordTable
        object={object}
        columns={columns}
        rows={rows}
        label={t('tableOf', { name: label(object.pluralLabel) })}
        sort={sort}
        head={head}
        group={found.group}
        selection={selection}
        startAt={state.cursor}
        scrollName={JSON.stringify([object.path, query, state.group])}
        onOpen={open}
        onRange={onRange}
        onFold={found.fold}
        onMore={found.more}
        foot={<ListFoot object={object} columns={columns} found={found} />}
      />
    </>
  );
}
