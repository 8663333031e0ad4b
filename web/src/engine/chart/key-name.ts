import { formatDate } from '#shared/locale/date.ts';
import type { Language } from '#shared/messages/language.ts';
import { say } from '#web/words/define-words.ts';
import { fieldView } from '../fields/index.ts';
import { asReference } from '../fields/read-value.ts';
import type { FieldPath } from '../filter/paths.ts';
import { operandText, type Speaker } from '../filter/value-text.ts';
import { chartWords } from './chart.words.ts';
import { isInSeveral } from './dimensions.ts';

/** A group's key in words: the option, the person, the province, the month. */
export function keyName(
  path: FieldPath | undefined,
  bucket: string | undefined,
  key: unknown,
  speaker: Speaker,
): string {
  const { language, timeZone } = speaker;
  const none = say(chartWords, language, 'none');
  if (!path) return '';
  if (key === null || key === undefined || key === '') return none;
  if (bucket !== undefined && typeof key === 'string')
    return stretch(key.slice(0, 10), bucket, language);
  const { field, part } = path;
  const reference = asReference(key);
  if (reference) return reference.title ?? say(chartWords, language, 'unseen');
  if (part !== undefined) return operandText(path, key, speaker);
  const value = isInSeveral(path) && !Array.isArray(key) ? [key] : key;
  return fieldView(field).toText(value, field, language, timeZone) || none;
}

function stretch(day: string, bucket: string, language: Language): string {
  const [year = '', month = ''] = day.split('-');
  if (bucket === 'year') return year;
  if (bucket === 'month') return `${month}/${year}`;
  if (bucket === 'quarter') {
    const quarter = Math.ceil(Number(month) / 3);
    return say(chartWords, language, 'quarterOf', { quarter, year });
  }
  return formatDate(day);
}
