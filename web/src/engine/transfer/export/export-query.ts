import type { Filter } from '#shared/filter.ts';
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

/** The condition that holds for what is exported. */
export const exportWhere = ({ ids, where }: ExportQuery): Filter | undefined =>
  ids ? { field: 'id', op: 'in', value: [...ids] } : where;

/** Columns that the file can have: one that is a relation deep stands in the list only. */
export const shownColumns = (
  object: ScreenObject,
  { columns = object.list }: ExportQuery,
): string[] => columns.filter((key) => object.field.has(key));

export const allColumns = (object: ScreenObject): number =>
  object.fields.filter(({ key, system, readOnly }) => key === 'id' || !system || !readOnly).length;

export function exportPath(
  object: ScreenObject,
  query: ExportQuery,
  { format, columns, ids }: ExportChoice,
): string {
  const search = new URLSearchParams({ format });
  const where = exportWhere(query);
  if (where) search.set('where', JSON.stringify(where));
  if (query.q !== undefined && query.q !== '' && !query.ids) search.set('q', query.q);
  if (query.sort !== undefined) search.set('sort', query.sort);
  const shown = shownColumns(object, query);
  if (columns === 'shown' && shown.length > 0) search.set('columns', shown.join(','));
  if (ids) search.set('ids', 'true');
  return `/api/v1/${object.path}/export?${search.toString()}`;
}
