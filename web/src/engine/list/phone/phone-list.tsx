import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { useModel } from '../../model.ts';
import { columnsOf } from '../columns.ts';
import { inSentence } from '../in-sentence.ts';
import type { ListControl } from '../list-state.ts';
import { ListProblem } from '../list-problem.tsx';
import { listWords } from '../list.words.ts';
import { queryOf } from '../query-of.ts';
import type { Rows } from '../table/rows.ts';
import { useRemembered } from '../table/use-remembered.ts';
import type { SelectionControl } from '../table/use-selection.ts';
import { useRows } from '../use-rows.ts';
import { cardOf } from './card-of.ts';
import { PhoneGroup } from './phone-group.tsx';
import { PhoneRow } from './phone-row.tsx';
import classes from './phone.module.css';

interface Props {
  object: ScreenObject;
  control: ListControl;
  selection: SelectionControl;
  onOpen(record: RecordData, around: Rows): void;
  empty: ReactNode;
}

const heights = { record: 68, group: 48, more: 48 };
const unshaped = { widths: {}, pinned: [] };

/** What a record is called, its status and two facts, in as many lines as that takes; a call within the thumb's reach. */
export function PhoneList({ object, control, selection, onOpen, empty }: Props) {
  const t = useWords(listWords);
  const label = useLabel();
  const { language } = useLanguage();
  const model = useModel();
  const { columns: chosen, where, q, sort, group } = control.state;
  const columns = useMemo(
    () => columnsOf(object, model, { columns: chosen, ...unshaped }),
    [object, model, chosen],
  );
  const card = useMemo(() => cardOf(object, columns), [object, columns]);
  const query = useMemo(
    () => queryOf(object, { where, q, sort }, card.fields),
    [object, where, q, sort, card],
  );
  const [range, setRange] = useState({ first: 0, last: 0 });
  const found = useRows(object, control.state, query, noSums, useDeferredValue(range));
  const { rows } = found;
  const scroll = useRef<HTMLDivElement>(null);
  const scrollName = JSON.stringify([object.path, query, group]);
  // Under groups a place belongs now to a name, now to a record, which differ in height.
  const lines = group === undefined ? undefined : rows;
  const keyOf = useCallback(
    (index: number) => `${scrollName} ${lines?.at(index).key ?? index}`,
    [scrollName, lines],
  );
  // oxlint-disable-next-line react/incompatible-library -- the rows in sight change with every scroll anyway
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => heights[rows.at(index).kind],
    getItemKey: keyOf,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => setRange({ first, last }), [first, last]);
  useRemembered(scrollName, scroll, virtual.getTotalSize());
  const open = useCallback((record: RecordData) => onOpen(record, rows), [onOpen, rows]);
  if (found.isEmpty) return empty;
  const count = found.totals?.count;
  return (
    <div
      ref={scroll}
      className={classes.scroll}
      data-scroll-restoration-id={encodeURIComponent(scrollName)}
    >
      {found.error && <ListProblem error={found.error} again={found.again} />}
      <div
        role="list"
        aria-label={label(object.pluralLabel)}
        className={classes.rows}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map(({ index, start }) => {
          const row = rows.at(index);
          if (row.kind === 'record') {
            return (
              <PhoneRow
                key={`${scrollName} ${row.key}`}
                object={object}
                record={row.record}
                card={card}
                top={start}
                index={index}
                measure={virtual.measureElement}
                isSelected={row.record !== undefined && selection.has(row.record.id)}
                isChoosing={!selection.isEmpty}
                onOpen={open}
                onToggle={selection.toggle}
              />
            );
          }
          return (
            <PhoneGroup
              key={row.key}
              object={object}
              row={row}
              group={found.group}
              top={start}
              onFold={found.fold}
              onMore={found.more}
            />
          );
        })}
      </div>
      {count !== undefined && (
        <p className={classes.foot}>
          {t('countOf', {
            count: formatNumber(String(count), language),
            name: inSentence(label(count === 1 ? object.label : object.pluralLabel)),
          })}
        </p>
      )}
    </div>
  );
}

const noSums: readonly string[] = [];
