import { fold } from '#shared/locale/text.ts';
import type { Language } from '#shared/messages/language.ts';
import { say } from '#web/words/define-words.ts';
import { fieldWords } from './fields.words.ts';

/** `90`, `1h30`, `1:30`, `1 giờ 30 phút`, `45 phút`: whole minutes; undefined when it is none of them. */
export function readMinutes(text: string): number | undefined {
  const folded = fold(text).replaceAll(/\s+/g, ' ').trim();
  const plain = /^(\d{1,6})(?: ?(?:p|ph|phut|m|min|minutes?))?$/.exec(folded);
  if (plain) return Number(plain[1]);
  const both =
    /^(\d{1,4}) ?(?:h|:|gio|hours?) ?(?:(\d{1,2}) ?(?:p|ph|phut|m|min|minutes?)?)?$/.exec(folded);
  return both ? Number(both[1]) * 60 + Number(both[2] ?? 0) : undefined;
}

export function showMinutes(minutes: number, language: Language): string {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  return [
    h > 0 ? say(fieldWords, language, 'hours', { h }) : '',
    m > 0 || h === 0 ? say(fieldWords, language, 'minutes', { m }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
