import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import type { Language } from '#shared/messages/language.ts';
import { fieldView } from './view-registry.ts';

/** What tells two records of one name apart: their number, or else a phone or mail. */
export function secondLine(
  object: ScreenObject,
  record: RecordData,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  const kinds = ['autoNumber', 'phones', 'phone', 'emails', 'email'];
  for (const kind of kinds) {
    const field = object.fields.find((each) => each.kind === kind && each.key !== object.title);
    const value = field && record[field.key];
    if (!field || value === null || value === undefined) continue;
    return fieldView(field).toText(value, field, language, timeZone);
  }
  return '';
}
