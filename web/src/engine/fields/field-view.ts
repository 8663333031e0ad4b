import type { ComponentType } from 'react';
import type { Field } from '#shared/define.ts';
import type { ScreenField } from '#web/api/model.ts';
import type { Reference } from '#web/api/records.ts';

/** A declared field of one kind as the screen has it. */
export type FieldOn<F extends Field> = F & ScreenField;

export interface ShowProps<F extends Field> {
  value: unknown;
  field: FieldOn<F>;
  /** `cell`: one line in a table, cut by an ellipsis. `page`: as much as there is, with links that act. */
  place: 'cell' | 'page' | 'card';
}

/**
 * How values of a kind are read: file `web/src/engine/fields/<kind>.tsx`, one line in index.ts. How they are written
 * stands in inputs/.
 */
export interface FieldView<F extends Field> {
  Show: ComponentType<ShowProps<F>>;
  /** The view of those fields of the kind that are read otherwise. */
  of?(
    field: Pick<Field, 'kind'> & { plain?: boolean; unsummed?: boolean },
  ): FieldView<F> | undefined;
  /** Figures stand right, on one advance. */
  align?: 'right';
  /** Pixels a column has before anyone drags it. */
  width: number;
  /** Too tall for a line: edited in the form and on the page, not in a table. */
  block?: true;
  /** The label stands beside the box, as for a tick. */
  beside?: true;
  /** Sums and averages make sense. */
  summable?: true;
  /** Lists can be grouped and charts be made by it. */
  groupable?: true;
  /** Charts can be made by it, though not lists be grouped: it has too many values to walk through. */
  chartable?: true;
  /** Groups by it are days, weeks, months. */
  timed?: true;
  /** A record may have several: each makes a group, conditions ask for any, and a merge unites them. */
  several?: true;
  /** Values that a board has a column of, where few are possible; `people` are those who can be in charge. */
  columns?(field: FieldOn<F>, people: readonly Reference[]): readonly unknown[];
  /** Its values can be followed: what changes them stands beside them, for a finger must not hit both. */
  followed?: true;
  /** What is sent for what was written; for all but a few kinds the same. */
  toInput?(value: unknown, field: FieldOn<F>): unknown;
  /** One line of plain text: what stands in the box of kinds that are typed, names of groups, charts, printing. */
  toText(value: unknown, field: FieldOn<F>, language: 'vi' | 'en', timeZone: string): string;
}
