import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { readsLong } from '../../fields/says-little.ts';
import { glyphFields } from '../../records/record-glyphs.ts';
import type { Column } from '../columns.ts';

/** What a record shows in two lines. */
export interface Card {
  status: ScreenField | undefined;
  /** The first two that have a value stand in the second line. */
  facts: readonly ScreenField[];
  phone: ScreenField | undefined;
  fields: readonly string[];
}

export function cardOf(object: ScreenObject, columns: readonly Column[]): Card {
  // What the sign before it shows already needs no words.
  const signs = glyphFields(object.key);
  const shown = columns.flatMap(({ field, isTitle, via }) =>
    isTitle || via || signs.includes(field.key) ? [] : field,
  );
  const status = shown.find(({ kind }) => kind === 'select');
  const phone = [...shown, ...object.fields].find(
    ({ kind }) => kind === 'phones' || kind === 'phone',
  );
  const facts = shown.filter((field) => field !== status && field !== phone && !readsLong(field));
  const needed = [...facts, ...(status ? [status] : []), ...(phone ? [phone] : [])];
  return { status, facts, phone, fields: needed.map(({ key }) => key) };
}
