import type { Filter } from '#shared/filter.ts';
import { formatDate } from '#shared/locale/date.ts';
import { parseDateTime } from '#shared/locale/date-time.ts';
import type { Language } from '#shared/messages/language.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/index.ts';

export type Bucket = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** `createdAt:month`; times are grouped by months unless said otherwise. */
export function readGroup(
  group: string | undefined,
  object: ScreenObject,
): { field: ScreenField; bucket: Bucket | undefined } | undefined {
  const { key = '', bucket = 'month' } = splitGroup(group);
  const field = object.field.get(key);
  if (!field) return undefined;
  return { field, bucket: fieldView(field).timed ? bucket : undefined };
}

export function splitGroup(group: string | undefined): { key?: string; bucket?: Bucket } {
  if (group === undefined) return {};
  const [key = '', said] = group.split(':');
  const bucket = buckets.find((each) => each === said);
  return { key, ...(bucket && { bucket }) };
}

export const writeGroup = (key: string, bucket: Bucket | undefined): string =>
  bucket === undefined ? key : `${key}:${bucket}`;

export const buckets: readonly Bucket[] = ['day', 'week', 'month', 'quarter', 'year'];

/** The condition that the records of a group meet. */
export function conditionOf(
  field: ScreenField,
  bucket: Bucket | undefined,
  value: unknown,
  timeZone: string,
): Filter {
  const { key, kind } = field;
  if (value === null || value === undefined) return { field: key, op: 'isEmpty' };
  if (bucket !== undefined && typeof value === 'string') {
    const from = value;
    const to = nextOf(from, bucket);
    const at = (day: string) => (kind === 'dateTime' ? parseDateTime(day, 'ymd', timeZone) : day);
    return {
      and: [
        { field: key, op: 'gte', value: at(from) },
        { field: key, op: 'lt', value: at(to) },
      ],
    };
  }
  const id = typeof value === 'object' && 'id' in value ? value.id : value;
  return fieldView(field).several
    ? { field: key, op: 'hasAny', value: [id] }
    : { field: key, op: 'eq', value: id };
}

/** The first day of the stretch that follows. */
export function nextOf(day: string, bucket: Bucket): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (bucket === 'day') at.setUTCDate(at.getUTCDate() + 1);
  if (bucket === 'week') at.setUTCDate(at.getUTCDate() + 7);
  if (bucket === 'month') at.setUTCMonth(at.getUTCMonth() + 1);
  if (bucket === 'quarter') at.setUTCMonth(at.getUTCMonth() + 3);
  if (bucket === 'year') at.setUTCFullYear(at.getUTCFullYear() + 1);
  return at.toISOString().slice(0, 10);
}

/** `Tháng 11/2026`, `Quý 4/2026`, `2026`, `20/11/2026`. */
export function bucketText(
  day: string,
  bucket: Bucket,
  language: Language,
  say: (key: Bucket, params: Record<string, string | number>) => string,
): string {
  const [year = '', month = ''] = day.split('-');
  return say(bucket, {
    year,
    month: language === 'vi' ? Number(month) : monthName(day),
    quarter: Math.ceil(Number(month) / 3),
    day: formatDate(day),
  });
}

const monthName = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(day));

/** Options in their order, times newest first, everything else by size; what has no value comes last. */
export function orderGroups<G extends { value: unknown; count: number }>(
  groups: readonly G[],
  field: ScreenField,
): G[] {
  const options: readonly string[] =
    field.kind === 'select' || field.kind === 'multiSelect'
      ? field.options.map(({ value }) => value)
      : [];
  const rank = (value: unknown) => options.indexOf(String(value));
  const isTime = fieldView(field).timed === true;
  const isEmpty = (group: G) => group.value === null || group.value === undefined;
  return groups.toSorted((a, b) => {
    if (isEmpty(a) !== isEmpty(b)) return isEmpty(a) ? 1 : -1;
    if (options.length > 0) return rank(a.value) - rank(b.value);
    if (isTime) return String(b.value).localeCompare(String(a.value));
    return b.count - a.count;
  });
}
