import type { ComponentType } from 'react';
import type { Field } from '#shared/define.ts';
import type { ScreenField } from '#web/api/model.ts';

/** A declared field of one kind as the screen has it. */
export type FieldOn<F extends Field> = F & ScreenField;

export interface ShowProps<F extends Field> {
  value: unknown;
  field: FieldOn<F>;
  /** `cell`: one line in a table, cut by an ellipsis. `page`: as much as there is, with links that act. */
  place: 'cell' | 'page' | 'card';
}

export interface EditProps<F extends Field> {
  /** Value as the API gives it, or what a person is in the middle of typing; null when empty. */
  value: unknown;
  field: FieldOn<F>;
  onChange(value: unknown): void;
  /** Named by the label above it (htmlFor), or by this. */
  id?: string;
  'aria-label'?: string;
  /** The error stands under the field; the input says that it is wrong. */
  invalid?: boolean;
  'aria-describedby'?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  /** In place of a value in a table or among key facts: no label, the box over the value. */
  inline?: boolean;
}

/**
 * The SCREEN side of a field kind: file `web/src/engine/fields/<kind>.tsx`, one line in index.ts.
 * Values are JSON as the API sends it; wrong ones are the server's to refuse, with the message shown at the field.
 */
export interface FieldView<F extends Field> {
  Show: ComponentType<ShowProps<F>>;
  Edit: ComponentType<EditProps<F>>;
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
  /** Lists can be grouped, boards and charts be made by it. */
  groupable?: true;
  /** What is sent for what Edit gave; for all but a few kinds the same. */
  toInput?(value: unknown, field: FieldOn<F>): unknown;
  /** One line of plain text, for names of groups, exports of a chart, printing. */
  toText(value: unknown, field: FieldOn<F>, language: 'vi' | 'en', timeZone: string): string;
  /** Input of one operand of a filter, when it is not Edit itself (a condition on `emails` takes one). */
  Operand?: ComponentType<EditProps<F>>;
}
