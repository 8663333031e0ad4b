import type { DurationField } from '#shared/fields/duration.ts';
import type { Language } from '#shared/messages/language.ts';
import { say } from '#web/words/define-words.ts';
import { fieldWords } from './fields.words.ts';
import { figureView } from './figure-view.tsx';

/** Kept in minutes. */
export const duration = figureView<DurationField>({
  show: (value, language) => (typeof value === 'number' ? showMinutes(value, language) : ''),
});

function showMinutes(minutes: number, language: Language): string {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  return [
    h > 0 ? say(fieldWords, language, 'hours', { h }) : '',
    m > 0 || h === 0 ? say(fieldWords, language, 'minutes', { m }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
