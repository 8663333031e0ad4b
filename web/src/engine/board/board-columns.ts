import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { Label } from '#shared/define.ts';
import { fieldView } from '../fields/index.ts';

export interface Column {
  /** Of the droppable; the value as a text, `none` for records without one. */
  id: string;
  value: string | null;
  /** Undefined: records without a value. */
  label: Label | undefined;
}

/** Fields whose values can be the columns of a board. */
export const columnFields = (object: ScreenObject): ScreenField[] =>
  object.fields.filter(({ kind }) => kind === 'select');

export const sumFields = (object: ScreenObject): ScreenField[] =>
  object.fields.filter((field) => fieldView(field).summable === true && !field.system);

/** The field that was asked for, or the first status: a select whose options have tones. */
export function columnField(object: ScreenObject, by: string | undefined): ScreenField | undefined {
  const fields = columnFields(object);
  const toned = fields.find(
    (field) => field.kind === 'select' && field.options.some(({ color }) => color !== undefined),
  );
  return fields.find(({ key }) => key === by) ?? toned ?? fields[0];
}

export function columnsOf(field: ScreenField): Column[] {
  if (field.kind !== 'select') return [];
  const columns: Column[] = field.options
    .filter(({ archived }) => archived !== true)
    .map(({ value, label }) => ({ id: value, value, label }));
  return field.required === true
    ? columns
    : [...columns, { id: '-none', value: null, label: undefined }];
}
