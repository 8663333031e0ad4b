import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { fieldView } from '../../fields/index.ts';

/** Per field the record whose value is kept; `all` unites lists. Fields that are not named follow the rule. */
export type MergeChoice = Readonly<Record<string, string>>;
export const all = 'all';

export const isList = (field: ScreenField): boolean => fieldView(field).several === true;

/** What the engine keeps about a record is not chosen, except whose it is. */
const owned = new Set(['owner', 'team']);
export const mergedFields = (object: ScreenObject): ScreenField[] =>
  object.fields.filter(({ key, system }) => !system || owned.has(key));

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** The order of a list says nothing about whether two are the same; a link is its id, whatever it is called. */
function comparable(value: unknown): string {
  if (isEmpty(value)) return '';
  if (Array.isArray(value))
    return JSON.stringify(value.map(comparable).toSorted((a, b) => (a < b ? -1 : 1)));
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);
  if (typeof value === 'object' && value !== null)
    return JSON.stringify(
      Object.entries(value)
        .filter(([, part]) => !isEmpty(part))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return JSON.stringify(value);
}

export const differs = (field: ScreenField, records: readonly RecordData[]): boolean =>
  new Set(records.map((record) => comparable(record[field.key]))).size > 1;

export const isFilled = (field: ScreenField, record: RecordData): boolean =>
  !isEmpty(record[field.key]);

/**
 * Whose value is kept where nobody chose: the survivor's own, else the first that is filled; lists are united, numbers
 * given out once stay the survivor's.
 */
export function keptFrom(
  field: ScreenField,
  records: readonly RecordData[],
  survivor: string,
  choice: MergeChoice,
): string {
  const chosen = choice[field.key];
  if (chosen !== undefined && (chosen === all || records.some(({ id }) => id === chosen)))
    return chosen;
  if (isList(field)) return all;
  const own = records.find(({ id }) => id === survivor);
  if (field.kind === 'autoNumber' || (own && isFilled(field, own))) return survivor;
  return records.find((record) => isFilled(field, record))?.id ?? survivor;
}

/** What is sent: only fields that a person decided. */
export function chosenValues(
  fields: readonly ScreenField[],
  records: readonly RecordData[],
  survivor: string,
  choice: MergeChoice,
): Record<string, unknown> {
  const chosen = fields.flatMap((field) => {
    const from = choice[field.key];
    if (from === undefined || from === all) return [];
    if (from === keptFrom(field, records, survivor, {})) return [];
    const record = records.find(({ id }) => id === from);
    return record ? [[field.key, record[field.key] ?? null] as const] : [];
  });
  return Object.fromEntries(chosen);
}

/** Ids rise with time, so the first is the oldest. */
export const oldestFirst = (records: readonly RecordData[]): RecordData[] =>
  records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
