import type { ComponentType } from 'react';
import type { Field } from '#shared/define.ts';
import type { FieldOn } from './field-view.ts';

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
 * How values of a kind are written: file `web/src/engine/fields/inputs/<kind>.tsx`, one line in index.ts there.
 * Apart from how they are read, so that a list loads without the boxes.
 * Values are JSON as the API sends it; wrong ones are the server's to refuse, with the message shown at the field.
 */
export interface FieldInput<F extends Field> {
  Edit: ComponentType<EditProps<F>>;
  /** One is chosen, and with that it is done: over a value it is saved at once. */
  atOnce?: true;
  /** Input of one operand of a filter, when it is not Edit itself (a condition on `emails` takes one). */
  Operand?: ComponentType<EditProps<F>>;
}
