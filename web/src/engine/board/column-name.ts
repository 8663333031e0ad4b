import type { ScreenField } from '#web/api/model.ts';
import type { Language } from '#shared/messages/language.ts';
import { say } from '#web/words/define-words.ts';
import { fieldView } from '../fields/index.ts';
import type { Column } from './board-columns.ts';
import { boardWords } from './board.words.ts';

/** The name of a column in plain text: announcements, menus, toasts. */
export function columnText(
  field: ScreenField,
  { value }: Pick<Column, 'value'>,
  language: Language,
): string {
  const text =
    value === null || value === undefined
      ? ''
      : fieldView(field).toText(value, field, language, 'UTC');
  return text || say(boardWords, language, 'noValue');
}
