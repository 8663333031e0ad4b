import type { MouseEvent } from 'react';
import type { RecordData } from '#web/api/records.ts';
import type { Group } from './rows.ts';

/** What rows can ask for; the object stays the same while the table lives, so that rows need not be drawn again. */
export interface TableActions {
  open(record: RecordData): void;
  /** The pointer went down on a row: the cursor goes there. */
  press(index: number, event: MouseEvent): void;
  edit(index: number, key: string): void;
  /** Edits the cell that was pressed twice. */
  editAt(target: EventTarget): void;
  /** The box of a cell closed; the keyboard is the table's again. */
  /** The box is there: gives what was typed while it was on its way. */
  boxed(): string;
  edited(): void;
  check(index: number, range: boolean): void;
  fold(group: Group): void;
  more(group: Group): void;
}
