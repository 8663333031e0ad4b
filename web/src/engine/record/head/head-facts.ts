import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';

export const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '';

/** The state of a record beside its name: a choice with colours, key facts before others, else a choice among the key facts. */
export function statusField(object: ScreenObject): ScreenField | undefined {
  const keys = [...object.layout.facts, ...object.layout.sections.flatMap(({ fields }) => fields)];
  const selects = keys
    .flatMap((key) => object.field.get(key) ?? [])
    .filter((field) => field.kind === 'select');
  return selects.find(hasColours) ?? selects.find(({ key }) => object.layout.facts.includes(key));
}

const hasColours = (field: ScreenField): boolean =>
  field.kind === 'select' && field.options.some(({ color }) => color !== undefined);

/** Its tags: of the first field of tags that has any. */
export function headTags(object: ScreenObject, record: RecordData): string[] {
  for (const field of object.fields) {
    const value = record[field.key];
    if (field.kind === 'tags' && !object.layout.hidden.includes(field.key) && Array.isArray(value))
      return value.filter((word) => typeof word === 'string');
  }
  return [];
}

/**
 * What tells it apart, in a line under its name: numbers, other names, the records it belongs to. Only fields of the
 * section its name stands in, as those are what it is.
 */
export function headLine(object: ScreenObject, record: RecordData): ScreenField[] {
  const section = object.layout.sections.find(({ fields }) => fields.includes(object.title ?? ''));
  const fields = (section?.fields ?? []).flatMap((key) => object.field.get(key) ?? []);
  return fields
    .filter((field) => field.key !== object.title && isFilled(record[field.key]))
    .filter(({ kind }) => kind === 'autoNumber' || kind === 'text' || kind === 'relation')
    .slice(0, mostInLine);
}

const mostInLine = 3;
