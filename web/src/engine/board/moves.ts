import type { RecordData } from '#web/api/records.ts';
import type { Column } from './board-columns.ts';

/** A card on its way to another column, before the lists have been asked again. */
export interface Move {
  record: RecordData;
  from: string;
  to: string;
}

/** The cards of a column as they are shown: without what left it, with what came to it on top. */
export function cardsIn(
  columnId: string,
  loaded: readonly RecordData[],
  moves: readonly Move[],
): RecordData[] {
  const moved = new Set(moves.map(({ record }) => record.id));
  const came = moves.filter(({ to }) => to === columnId).map(({ record }) => record);
  return [...came.toReversed(), ...loaded.filter(({ id }) => !moved.has(id))];
}

/** Counts and sums with the moves in them. */
export function movedColumns(
  columns: readonly Column[],
  moves: readonly Move[],
  amountOf: (record: RecordData) => number,
): Column[] {
  if (moves.length === 0) return [...columns];
  return columns.map((column) => {
    const came = moves.filter(({ to, from }) => to === column.id && from !== column.id);
    const left = moves.filter(({ to, from }) => from === column.id && to !== column.id);
    if (came.length + left.length === 0) return column;
    const total = (all: readonly Move[]) =>
      all.reduce((sum, { record }) => sum + amountOf(record), 0);
    return {
      ...column,
      count: column.count + came.length - left.length,
      sum:
        column.sum === undefined && came.length === 0
          ? undefined
          : String(Math.round((Number(column.sum ?? 0) + total(came) - total(left)) * 100) / 100),
    };
  });
}
