import { valueKind } from '#shared/fields/index.ts';
import { fold } from '#shared/locale/text.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Values } from '../records/rules.ts';

export interface SearchDocument {
  object: string;
  record_id: unknown;
  title: string;
  body: string;
  /** See `nameKey`. */
  name_key: string;
}

/** Longer texts are cut: the index of words must not cost more than the record. */
const longestBody = 8000;

const style = {
  numbers: 'vi',
  dates: 'dmy',
  timeZone: 'UTC',
  currency: 'VND',
  language: 'vi',
} as const;

/** What the search keeps of a record. */
export function searchDocument(object: ModelObject, values: Values): SearchDocument {
  const words = object.search.flatMap((key) => {
    const field = object.fields.get(key);
    const value = values[key];
    if (!field || value === null || value === undefined) return [];
    return valueKind(field).searchWords?.(value, field) ?? [];
  });
  const title = titleOf(object, values);
  return {
    object: object.key,
    record_id: values['id'],
    title,
    name_key: nameKey(title),
    body: fold(words.join('\n')).slice(0, longestBody),
  };
}

export function titleOf(object: ModelObject, values: Values): string {
  const field = object.fields.get(object.title);
  const value = values[object.title];
  if (!field || value === null || value === undefined) return '';
  return valueKind(field).toText(value, field, style);
}

/** Longer ones do not fit into an index entry. */
const longestKey = 300;

/** How a record is found by its title as people write it: folded. */
export const nameKey = (title: string): string => fold(title).slice(0, longestKey);

/** Fields whose change changes the document. */
export const isSearched = (object: ModelObject, key: string): boolean =>
  key === object.title || object.search.includes(key);
