import type { Filter } from '#shared/filter.ts';
import type { ScreenObject } from '#web/api/model.ts';
import type { ListQuery } from '#web/api/records.ts';
import { glyphFields } from '../records/record-glyphs.ts';
import { shapeFields } from '../records/record-shapes.ts';
import type { ListState } from './list-params.ts';

/** Rows on a page; small enough for the first answer to come at once, large enough to scroll ahead of. */
export const pageSize = 100;

/** What the server is asked for a table: the columns, and what a record's page shows first. */
export function queryOf(
  object: ScreenObject,
  state: Pick<ListState, 'where' | 'q' | 'sort'>,
  columns: readonly string[],
): ListQuery {
  const own = [
    ...object.layout.facts,
    ...(object.title ? [object.title] : []),
    ...glyphFields(object.key),
    ...shapeFields(object.key),
  ];
  return {
    where: state.where,
    q: state.q,
    sort: knownSort(object, state.sort),
    fields: [...new Set([...columns, ...own.filter((key) => object.field.has(key))])],
    limit: pageSize,
  };
}

/** An address that is older than a field's removal still opens. */
export function knownSort(object: ScreenObject, sort: string | undefined): string | undefined {
  const known = sort?.split(',').filter((term) => object.field.has(term.replace(/^-/, '')));
  return known && known.length > 0 ? known.join(',') : undefined;
}

/** Both, when there are both. */
export function both(a: Filter | undefined, b: Filter | undefined): Filter | undefined {
  return a && b ? { and: [a, b] } : (a ?? b);
}
