import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';

/** Values for another record like this one: without those no two records share, and those the program gives. */
export function copyOf(object: ScreenObject, record: RecordData): Record<string, unknown> {
  const kept = object.fields.filter(
    (field) =>
      field.writable &&
      field.unique !== true &&
      field.kind !== 'autoNumber' &&
      // Files belong to the one record they were sent for.
      field.kind !== 'file' &&
      field.kind !== 'files',
  );
  return Object.fromEntries(
    kept.flatMap(({ key }) => {
      const value = record[key];
      return value === null || value === undefined ? [] : [[key, value]];
    }),
  );
}
