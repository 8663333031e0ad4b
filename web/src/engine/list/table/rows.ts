import type { RecordData } from '#web/api/records.ts';
import type { Onward } from '../../record/record-neighbours.ts';

export interface Group {
  /** What tells it from others, also in the set of those folded. */
  id: string;
  /** As the server tells it. */
  value: unknown;
  count: number;
  /** By column that is summed. */
  sums: ReadonlyMap<string, unknown>;
}

/** One line of a table. */
export type Row =
  | { kind: 'record'; key: string; record: RecordData | undefined }
  | { kind: 'group'; key: string; group: Group; isOpen: boolean }
  | { kind: 'more'; key: string; group: Group; rest: number };

/** What a table draws: lines by their place, some not there yet. */
export interface Rows {
  count: number;
  at(index: number): Row;
  /** Records that have come, in their order. */
  records(): RecordData[];
  /** How the list goes on behind them. */
  onward?(): Onward | undefined;
}
