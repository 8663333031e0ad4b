import { filterLimits, type Filter } from '#shared/filter.ts';
import type { ScreenObject } from '#web/api/model.ts';

/** What of an object is exported: the list as it is filtered, or the records that were chosen. */
export interface ExportQuery {
  where?: Filter | undefined;
  q?: string | undefined;
  sort?: string | undefined;
  /** Those shown at the moment. */
  columns?: readonly string[] | undefined;
  /** View that is open; its filter is in `where` already. */
  view?: string | null | undefined;
  /** Chosen records; `where` and `q` are left aside then. */
  ids?: readonly string[] | undefined;
}

export interface ExportChoice {
  format: 'csv' | 'xlsx';
  columns: 'shown' | 'all';
  ids: boolean;
}

/** The condition that holds for what is exported; one list of it takes only so many. */
export function exportWhere({ ids, where }: ExportQuery): Filter | undefined {
  if (!ids) return where;
  const lists: Filter[] = [];
  for (let at = 0; at < ids.length; at += filterLimits.listLength)
    lists.push({ field: 'id', op: 'in', value: ids.slice(at, at + filterLimits.listLength) });
  return lists.length === 1 ? lists[0] : { or: lists };
}

/** Columns as they are shown, without those of fields that are gone since. */
export const shownColumns = (
  object: ScreenObject,
  { columns = object.list }: ExportQuery,
): string[] => columns.filter((path) => object.field.has(path.split('.')[0] ?? ''));

export const allColumns = (object: ScreenObject): number =>
  object.fields.filter(({ key, system, readOnly }) => key === 'id' || !system || !readOnly).length;

export const exportPath = ({ path }: ScreenObject): string => `/api/v1/${path}/export`;

/** What is sent there; a thousand chosen records are too many for an address. */
export function exportBody(
  object: ScreenObject,
  query: ExportQuery,
  { format, columns, ids }: ExportChoice,
): Record<string, unknown> {
  const shown = shownColumns(object, query);
  const where = exportWhere(query);
  return {
    format,
    ...(where && { where }),
    ...(query.q !== undefined && query.q !== '' && !query.ids && { q: query.q }),
    ...(query.sort !== undefined && { sort: query.sort }),
    ...(columns === 'shown' && shown.length > 0 && { columns: shown }),
    ...(ids && { ids: true }),
  };
}
