import type { Language } from '#shared/messages/language.ts';
import { fieldView } from '#web/engine/fields/view-registry.ts';
import type { Found } from './use-found.ts';

const most = 2;

/** What tells it apart from others of its name: the first things its list shows. */
export function aboutRecord(
  { object, record }: Found,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  if (!record) return '';
  return object.list
    .filter((key) => key !== object.title)
    .flatMap((key) => {
      const field = object.field.get(key);
      const value = record[key];
      if (!field || value === null || value === undefined) return [];
      const text = fieldView(field).toText(value, field, language, timeZone);
      return text === '' ? [] : [text];
    })
    .slice(0, most)
    .join(' · ');
}
