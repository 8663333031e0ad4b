import type { ScreenObject } from '#web/api/model.ts';
import type { Language } from '#shared/messages/language.ts';
import { fieldView } from '../fields/view-registry.ts';

/** What stands for a record: the text of its title field; empty when this person may not see it. */
export function titleOf(
  object: ScreenObject,
  record: Readonly<Record<string, unknown>>,
  language: Language,
): string {
  const field = object.title === null ? undefined : object.field.get(object.title);
  return field ? fieldView(field).toText(record[field.key], field, language, 'UTC') : '';
}
