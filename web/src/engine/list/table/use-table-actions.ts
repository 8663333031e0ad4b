import { useEffect, useMemo, useRef, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { fieldView } from '../../fields/index.ts';
import type { Column } from '../columns.ts';
import type { Group, Rows } from './rows.ts';
import type { TableActions } from './table-actions.ts';
import type { GridKeys } from './use-grid-keys.ts';
import { createTypeAhead } from './type-ahead.ts';
import type { SelectionControl } from './use-selection.ts';

interface Given {
  object: ScreenObject;
  columns: readonly Column[];
  rows: Rows;
  selection?: SelectionControl | undefined;
  cursor: {
    index: number;
    column: string | null;
    moveTo(to: number, column?: string | null): number;
    moveAcross(by: 1 | -1): void;
    leave(): void;
  };
  setEditing(cell: { key: string; column: string } | null): void;
  focus(): void;
  show(index: number): void;
  onOpen(record: RecordData): void;
  onFold?(group: Group): void;
  onMore?(group: Group): void;
}

/** What the pointer and the keyboard do in a table. */
export function useTableActions(given: Given): { actions: TableActions; keys: GridKeys } {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  /** Row that a range begins at. */
  const anchor = useRef(-1);
  const [ahead] = useState(createTypeAhead);
  return useMemo(() => {
    const get = () => latest.current;
    const recordAt = (index: number) => {
      const row = index >= 0 && index < get().rows.count ? get().rows.at(index) : undefined;
      return row?.kind === 'record' ? row.record : undefined;
    };
    const range = (from: number, to: number): string[] => {
      const [low, high] = from < to ? [from, to] : [to, from];
      return Array.from({ length: high - low + 1 }, (_, i) => recordAt(low + i)).flatMap(
        (record) => record?.id ?? [],
      );
    };
    const check = (index: number, isRange: boolean) => {
      const { selection } = get();
      const record = recordAt(index);
      if (!record || !selection) return;
      if (isRange && anchor.current >= 0) {
        selection.set(range(anchor.current, index), !selection.has(record.id));
      } else selection.toggle(record.id);
      anchor.current = index;
    };
    const edit = (index: number, key: string) => {
      const record = recordAt(index);
      const column = get().columns.find((each) => each.key === key);
      if (get().object.rights.update === 'none') return;
      if (!record || !column?.field.writable || column.via || fieldView(column.field).block) return;
      get().cursor.moveTo(index, key);
      ahead.wait();
      get().setEditing({ key: get().rows.at(index).key, column: key });
    };
    const act = (index: number) => {
      const { rows, cursor, columns } = get();
      const row = index >= 0 && index < rows.count ? rows.at(index) : undefined;
      if (row?.kind === 'group') return get().onFold?.(row.group);
      if (row?.kind === 'more') return get().onMore?.(row.group);
      if (!row?.record) return undefined;
      const column = columns.find(({ key }) => key === cursor.column);
      if (!column || column.isTitle) return get().onOpen(row.record);
      return edit(index, column.key);
    };
    const go = (to: number) => get().show(get().cursor.moveTo(to));
    const actions: TableActions = {
      open: (record) => get().onOpen(record),
      press: (index, event) => {
        if (event.button !== 0) return;
        get().cursor.moveTo(index, columnOf(event.target));
        if (event.shiftKey && !(event.target instanceof HTMLInputElement)) {
          event.preventDefault();
          check(index, true);
        }
      },
      edit,
      editAt: (target) => {
        const key = columnOf(target);
        if (key !== null) edit(get().cursor.index, key);
      },
      boxed: ahead.end,
      edited: () => {
        ahead.end();
        get().setEditing(null);
        // After the box has gone: leaving it by the focus would save it once more.
        requestAnimationFrame(() => get().focus());
      },
      check,
      fold: (group) => get().onFold?.(group),
      more: (group) => get().onMore?.(group),
    };
    const keys: GridKeys = {
      type: ahead.take,
      move: (by, extend) => {
        const { cursor, selection } = get();
        const from = Math.max(cursor.index, 0);
        const to = cursor.index < 0 ? 0 : from + by;
        go(to);
        if (extend && selection)
          selection.set(range(from, Math.min(to, get().rows.count - 1)), true);
      },
      edge: (end) => go(end === 'first' ? 0 : get().rows.count - 1),
      across: (by) => {
        const { rows, cursor } = get();
        const row = cursor.index >= 0 ? rows.at(cursor.index) : undefined;
        if (row?.kind === 'group' && row.isOpen === by < 0) get().onFold?.(row.group);
        else if (row?.kind === 'record') cursor.moveAcross(by);
      },
      enter: () => act(get().cursor.index),
      edit: () => {
        const { cursor, columns } = get();
        const key = cursor.column ?? columns.find(({ isTitle }) => isTitle)?.key;
        if (key !== undefined) edit(cursor.index, key);
      },
      check: () => check(get().cursor.index, false),
      checkAll: () => get().selection?.selectAll(),
      escape: () => {
        const { selection } = get();
        if (!selection || selection.isEmpty) return false;
        selection.clear();
        return true;
      },
    };
    return { actions, keys };
  }, [ahead]);
}

/** Which column a press was in. */
function columnOf(target: EventTarget): string | null {
  const cell = target instanceof Element && target.closest('[data-column]');
  return cell instanceof HTMLElement ? (cell.dataset['column'] ?? null) : null;
}
