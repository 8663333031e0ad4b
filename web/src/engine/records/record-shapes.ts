import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';

interface People {
  /** The select field that says what a record is, and its value for a person. */
  field: string;
  value: string;
}

const people = new Map<string, People>();

/** A feature may say which records of an object are people, where the object holds companies too. */
export function registerPeople(object: string, given: People): void {
  people.set(object, given);
}

/** What has to be known of a record to draw it. */
export const shapeFields = (object: string): readonly string[] => {
  const field = people.get(object)?.field;
  return field === undefined ? [] : [field];
};

/** Whoever has a name with a family name is a person. */
export function shapeOf(
  { key, fields }: Pick<ScreenObject, 'key' | 'fields'>,
  record?: RecordData,
): 'person' | 'company' {
  if (fields.some(({ kind }) => kind === 'fullName')) return 'person';
  const given = people.get(key);
  return given && record?.[given.field] === given.value ? 'person' : 'company';
}
