import { valueKind } from '#shared/fields/index.ts';
import { fold } from '#shared/locale/text.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import { pickFields } from '../records/pick-fields.ts';
import type { Values } from '../records/rules.ts';

export interface SearchDocument {
  object: string;
  record_id: unknown;
  title: string;
  body: string;
  /** See `nameKey`. */
  name_key: string;
  /** The file whose words are searched too. */
  file_id?: unknown;
}

/** The words of the file of a document `d`, found before. */
export const contentSql = (table: string): string =>
  `(select nullif(t.folded, '') from ${table} t where t.file_id = d.file_id)`;

/** The fields whose file is searched by its words, see fields/file.ts; the first of them counts. */
const searchedFiles = pickFields((field) => field.kind === 'file' && field.versions === true);

/** The field of an object whose file is searched by its words. */
export const searchedFile = (object: ModelObject): ModelField | undefined =>
  searchedFiles(object).find(({ key }) => object.search.includes(key));

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
  const file = searchedFile(object);
  return {
    object: object.key,
    record_id: values['id'],
    title,
    name_key: nameKey(title),
    body: fold(words.join('\n')).slice(0, longestBody),
    ...(file && { file_id: values[file.key] }),
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
