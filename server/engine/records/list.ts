import { invalid, type ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findColumn } from './field-path.ts';
import { findObject, scopeOf, tableOf } from './find-object.ts';
import { decodeCursor, encodeCursor, queryMark } from './keyset.ts';
import { nameLinks } from './name-links.ts';
import { matchSql } from './match-sql.ts';
import { pageAt } from './page-at.ts';
import { countedTo, countSql, readPage, type Row } from './read-page.ts';
import { isRare } from '../search/is-rare.ts';
import type { PresentedRecord } from './selection.ts';
import { parseSort } from './sort.ts';

export interface ListQuery {
  where?: unknown;
  /** `-createdAt,name`; newest first when absent. */
  sort?: string | undefined;
  /** 1 to 200; 50 when absent. */
  limit?: number | undefined;
  cursor?: string | undefined;
  /** Rows to pass over, for a jump to a far place; costs with how many. A cursor goes on from there. */
  offset?: number | undefined;
  /** `name`, `account.region`. */
  fields?: readonly string[] | undefined;
  /** Words to search for, as in the search box. */
  q?: string | undefined;
  /** The recycle bin instead of the living records. */
  trash?: boolean | undefined;
  /** False where nobody needs to know how many there are: counting takes about as long as the page. */
  total?: boolean | undefined;
}

export interface ListResult {
  items: PresentedRecord[];
  nextCursor: string | null;
  /** Counted up to `countedTo`; beyond that `exact` is false and `value` says "more than". Null where it was not asked for. */
  total: Total | null;
}

interface Total {
  value: number;
  exact: boolean;
}

const defaultLimit = 50;

/** Records the actor may see, newest first unless asked otherwise, a page at a time. */
export async function list(
  ctx: Ctx,
  objectKey: string,
  query: ListQuery & { total?: true | undefined },
): Promise<ListResult & { total: Total }>;
export async function list(ctx: Ctx, objectKey: string, query: ListQuery): Promise<ListResult>;
export async function list(ctx: Ctx, objectKey: string, query: ListQuery): Promise<ListResult> {
  const object = findObject(ctx, objectKey);
  const terms = parseSort(ctx, object, query.sort);
  const fields = checkFields(ctx, object, query.fields);
  const limit = query.limit ?? defaultLimit;
  const mark = queryMark([query.where, query.sort, query.q, query.trash ?? false]);
  const start =
    query.cursor === undefined
      ? await pageAt(ctx, object, query, terms, query.offset ?? 0)
      : decodeCursor(query.cursor, mark, terms);

  let rows: Row[] = [];
  const way = {
    terms,
    fields,
    isRare: start !== undefined && (await isRare(ctx, object, query.q)),
  };
  if (start) rows = await readPage(ctx, object, query, { ...way, page: start, limit });
  // The rows without a value follow those with one.
  if (rows.length <= limit && start?.phase === 'filled') {
    const rest = { ...way, page: { phase: 'empty' as const }, limit: limit - rows.length };
    rows = [...rows, ...(await readPage(ctx, object, query, rest))];
  }
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const total = query.total === false ? null : await totalOf(ctx, object, query, rows[0]);
  const items = shown.map(({ record }) => record);
  await nameLinks(ctx, object, items);
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor(mark, last.position) : null,
    total,
  };
}

async function totalOf(
  ctx: Ctx,
  object: ModelObject,
  query: ListQuery,
  first: Row | undefined,
): Promise<Total> {
  const isBehind = query.cursor !== undefined || (query.offset ?? 0) > 0;
  const counted = first?.total ?? (isBehind ? await count(ctx, object, query) : 0);
  return { value: Math.min(counted, countedTo), exact: counted <= countedTo };
}

async function count(ctx: Ctx, object: ModelObject, query: ListQuery): Promise<number> {
  const scope = scopeOf(ctx, object);
  const matching = matchSql(scope, query);
  const [row] = await ctx.db.query(
    `select ${countSql(tableOf(ctx, object), matching)}`,
    scope.params.values,
  );
  return Number(row?.[0] ?? 0);
}

function checkFields(ctx: Ctx, object: ModelObject, fields: readonly string[] | undefined) {
  const errors = (fields ?? [])
    .filter((key) => !findColumn(ctx, object, key))
    .map((key): ValueError => ({
      path: 'fields',
      code: 'unknownField',
      params: { field: key.slice(0, 60) },
    }));
  if (errors.length > 0) throw invalid(errors);
  return fields;
}
