import type { ScreenObject } from '#web/api/model.ts';
import type { Language } from '#shared/messages/language.ts';
import { fieldView } from '../../fields/index.ts';
import type { Changes } from './timeline.ts';

export interface FieldChange {
  key: string;
  label: string;
  /** Empty: there was none. */
  before: string;
  after: string;
}

interface Reader {
  language: Language;
  timeZone: string;
  /** For a record that this person may not see. */
  unseen: string;
}

const longest = 160;

/** What was changed, in words; in the order of forms; fields that are gone from the model are left out. */
export function fieldChanges(
  object: ScreenObject | undefined,
  changes: Changes,
  reader: Reader,
): FieldChange[] {
  return (object?.fields ?? []).flatMap((field) => {
    const change = changes[field.key];
    if (!change) return [];
    const [before, after] = change;
    const say = (value: unknown): string => {
      if (value === null || value === undefined) return '';
      const text = fieldView(field).toText(value, field, reader.language, reader.timeZone);
      return text === '' ? reader.unseen : shorten(text);
    };
    return [
      {
        key: field.key,
        label: field.label[reader.language],
        before: say(before),
        after: say(after),
      },
    ];
  });
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}
