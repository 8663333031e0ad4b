import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Filter } from '#shared/filter.ts';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useModel } from '../model.ts';
import { columnsOf } from './columns.ts';
import { listWords } from './list.words.ts';
import { queryOf } from './query-of.ts';
import { pressSort } from './sort-terms.ts';
import { RecordTable } from './table/record-table.tsx';
import type { Rows } from './table/rows.ts';
import { useKeptShape } from './use-kept-shape.ts';
import { usePages } from './use-pages.ts';

interface Props {
  object: ScreenObject;
  /** What makes them related, such as `account eq …`. */
  where: Filter;
  columns?: readonly string[];
  onOpen(record: RecordData, around: Rows): void;
  /** In place of the table when there are none. */
  empty?: ReactNode;
}

/** A list inside a record's page. Give it the record's id as `key`, so that rows of another are never shown. */
export function RelatedTable({ object, where, columns: chosen, onOpen, empty }: Props) {
  const t = useWords(listWords);
  const label = useLabel();
  const model = useModel();
  const { shape, keep } = useKeptShape(object);
  const { widths = noWidths } = shape;
  const [sort, setSort] = useState<string>();
  const [order, setOrder] = useState(chosen);
  const columns = useMemo(
    () => columnsOf(object, model, { columns: order ?? chosen, widths, pinned: [] }),
    [object, model, order, chosen, widths],
  );
  const names = columns.map(({ key }) => key).join();
  const query = useMemo(
    () => queryOf(object, { where, q: undefined, sort }, names.split(',')),
    [object, where, sort, names],
  );
  const [range, setRange] = useState({ first: 0, last: 0 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const pages = usePages(object.path, query, range);
  const rows: Rows = {
    count: pages.rows,
    at: (index) => {
      const record = pages.at(index);
      return { kind: 'record', key: record?.id ?? `line ${index}`, record };
    },
    records: pages.loaded,
    onward: pages.onward,
  };
  const head = useMemo(
    () => ({
      sort: (key: string, more: boolean) =>
        setSort((before) => pressSort(before, key, { more, first: 'rising' })),
      resize: (key: string, width: number) => keep({ widths: { ...widths, [key]: width } }),
      move: (key: string, before: string | null) => {
        const rest = names.split(',').filter((each) => each !== key);
        setOrder(rest.toSpliced(before === null ? rest.length : rest.indexOf(before), 0, key));
      },
    }),
    [names, widths, keep],
  );
  if (pages.isEmpty && empty !== undefined) return empty;
  return (
    <RecordTable
      object={object}
      columns={columns}
      rows={rows}
      label={t('tableOf', { name: label(object.pluralLabel) })}
      sort={sort}
      head={head}
      onOpen={(record) => onOpen(record, rows)}
      onRange={onRange}
    />
  );
}

const noWidths = {};
