import { formatDate } from '#shared/locale/date.ts';
import type { Language } from '#shared/messages/language.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/index.ts';
import type { ChartChoice } from '../list/list-params.ts';

interface Options {
  language: Language;
  /** What stands for a group of records that have none. */
  none: string;
}

/** A group's key in words: the option, the person, the month. */
export function keyName(
  object: ScreenObject,
  dimension: ChartChoice['groupBy'][number] | undefined,
  key: unknown,
  { language, none }: Options,
): string {
  const field = object.field.get(dimension?.field ?? '');
  if (!field) return '';
  if (key === null || key === undefined) return none;
  if (dimension?.bucket !== undefined && typeof key === 'string')
    return stretch(key.slice(0, 10), dimension.bucket);
  const isList = ['multiSelect', 'tags', 'relations'].includes(field.kind) && !Array.isArray(key);
  return fieldView(field).toText(isList ? [key] : key, field, language, 'UTC') || none;
}

function stretch(day: string, bucket: string): string {
  const [year = '', month = ''] = day.split('-');
  if (bucket === 'year') return year;
  if (bucket === 'month') return `${month}/${year}`;
  if (bucket === 'quarter') return `Q${Math.ceil(Number(month) / 3)} ${year}`;
  return formatDate(day);
}
