import { formatDate } from '#shared/locale/date.ts';
import { dateInZone, formatDateTime } from '#shared/locale/date-time.ts';
import { formatNumber, isDecimal } from '#shared/locale/number.ts';
import type { Language } from '#shared/messages/language.ts';
import { say } from '#web/words/define-words.ts';
import { fieldView } from '../fields/index.ts';
import { wordOf } from './complete.ts';
import { edgeOf } from './day-edge.ts';
import { filterWords } from './filter.words.ts';
import type { FieldPath } from './paths.ts';

/** What ids and codes are called: members, teams, provinces, countries, records of an object by its key. */
export type Names = (of: string, id: string) => string | undefined;

export interface Speaker {
  language: Language;
  timeZone: string;
  names: Names;
}

/** Records of any object, by the pair of object and id. */
export const linked = 'links';

const places: ReadonlySet<string> = new Set(['provinceCode', 'wardCode', 'countryCode']);

/** Whose names the operands of a field are: a key for `Names`. */
export function namedBy({ field, part }: Pick<FieldPath, 'field' | 'part'>): string | undefined {
  if (part !== undefined) return places.has(part) ? part : undefined;
  if (field.kind === 'members') return 'member';
  if (field.kind === 'member' || field.kind === 'team') return field.kind;
  if (field.kind === 'links') return linked;
  return field.kind === 'relation' || field.kind === 'relations' ? field.to : undefined;
}

/** One operand as people read it. */
export function operandText(path: FieldPath, value: unknown, speaker: Speaker): string {
  const { language, timeZone, names } = speaker;
  const said = wordOf(value);
  if (said) return say(filterWords, language, said.word === 'relative' ? said.relative : said.word);
  const of = namedBy(path);
  if (of !== undefined && typeof value === 'string')
    return names(of, value) ?? say(filterWords, language, 'unseen');
  const { field, part } = path;
  if (part !== undefined)
    return typeof value === 'string' && path.behaves === 'decimal' && isDecimal(value)
      ? formatNumber(value, language)
      : String(value);
  if (field.kind === 'boolean') return say(filterWords, language, value === true ? 'yes' : 'no');
  if (field.kind === 'dateTime' && typeof value === 'string') return instantText(value, timeZone);
  // An amount in whatever currency, as programs and addresses may ask for.
  if (field.kind === 'money' && typeof value === 'string' && isDecimal(value))
    return formatNumber(value, language);
  const { toText, several = false } = fieldView(field);
  const shown = toText(several ? [value] : value, field, language, timeZone);
  return shown || (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
}

/** A day alone where the instant is the first or the last of one. */
function instantText(value: string, timeZone: string): string {
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return value;
  return edgeOf(value, timeZone) === undefined
    ? formatDateTime(instant, timeZone)
    : formatDate(dateInZone(instant, timeZone));
}
