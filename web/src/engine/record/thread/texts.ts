import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';

/** What people wrote in it and may change where it stands: the first of its texts that has something. */
export const editableText = (object: ScreenObject, values: RecordData): ScreenField | undefined =>
  (object.timeline?.texts ?? [])
    .map((name) => object.field.get(name))
    .find((field) => field?.kind === 'richText' && field.writable && values[field.key]);
