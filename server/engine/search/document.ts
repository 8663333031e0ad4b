import { valueKind } from '#shared/fields/index.ts';
import { foldCompanyName } from '#shared/locale/company-name.ts';
import { fold } from '#shared/locale/text.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Values } from '../records/rules.ts';

export interface SearchDocument {
  object: string;
  record_id: unknown;
  title: string;
  body: string;
  /** Records of one key may be the same thing; see `nameKey`. */
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
    name_key: nameKey(object, title),
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

/**
 * What titles have in common that may name the same thing: folded, and without the words of every company where the
 * object's duplicates are judged so. Found by an index; whoever needs more compares the titles themselves.
 */
export function nameKey(object: ModelObject, title: string): string {
  const company = object.duplicates.some(
    ({ field, match }) => field === object.title && match === 'companyName',
  );
  const key = company ? foldCompanyName(title) : '';
  return (key === '' ? fold(title) : key).slice(0, longestKey);
}

/** Fields whose change changes the document. */
export const isSearched = (object: ModelObject, key: string): boolean =>
  key === object.title || object.search.includes(key);
