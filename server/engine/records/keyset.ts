import { createHash } from 'node:crypto';
import { invalid } from '#shared/errors.ts';
import { isCursorCell } from './cursor-cell.ts';
import { column, type Params } from './sql.ts';
import type { SortTerm } from './sort.ts';

/**
 * Pages continue behind the last row seen, never by offset, so that page 1,000 costs what page 1 does.
 * One sort field: first the rows that have the value, in the order of its index, then those without it.
 * Several fields: one order with empties last, for which PostgreSQL sorts what the filter leaves.
 */
export interface Page {
  /** The rows with a value, or those without; `all` when the order has several fields or none can be empty. */
  phase: 'all' | 'filled' | 'empty';
  after?: { cells: readonly (string | null)[]; id: string };
}

export const phasesOf = (terms: readonly SortTerm[]): readonly Page['phase'][] =>
  terms.length === 1 && terms[0]?.neverEmpty === false ? ['filled', 'empty'] : ['all'];

/** The field that has a value in every row of the page. */
export const filledIn = (
  [first]: readonly SortTerm[],
  { phase }: Pick<Page, 'phase'>,
): string | undefined => (phase === 'filled' ? first?.field.key : undefined);

interface OrderColumn {
  sql: string;
  type: string;
  descending: boolean;
  neverEmpty: boolean;
}

const columnsOf = (terms: readonly SortTerm[], alias: string): OrderColumn[] =>
  terms.flatMap(({ columns, descending, neverEmpty }) =>
    columns.map(({ name, type }) => ({ sql: column(alias, name), type, descending, neverEmpty })),
  );

/** The sort's own columns, to be selected beside the record for the next cursor. */
export const sortCells = (terms: readonly SortTerm[], alias: string): string[] =>
  columnsOf(terms, alias).map(({ sql }) => `${sql}::text`);

export function orderSql(terms: readonly SortTerm[], page: Page, alias: string): string {
  const idDescending = terms[0]?.descending ?? true;
  const id = `${column(alias, 'id')}${idDescending ? ' desc' : ''}`;
  if (page.phase === 'empty') return id;
  const parts = columnsOf(terms, alias).map(({ sql, descending, neverEmpty }) => {
    const direction = descending ? ' desc' : '';
    return page.phase === 'all' && !neverEmpty
      ? `${sql}${direction} nulls last`
      : `${sql}${direction}`;
  });
  return [...parts, id].join(', ');
}

/** The condition that continues behind `page.after`, within the page's phase. */
export function keysetSql(
  terms: readonly SortTerm[],
  page: Page,
  alias: string,
  params: Params,
): string {
  const columns = columnsOf(terms, alias);
  const [first] = columns;
  const id = column(alias, 'id');
  const beyond = terms[0]?.descending === false ? '>' : '<';
  const phase =
    page.phase === 'filled' && first
      ? `${first.sql} is not null`
      : page.phase === 'empty' && first
        ? `${first.sql} is null`
        : 'true';
  if (!page.after) return phase;
  const idParam = params.add(page.after.id, 'uuid');
  if (page.phase === 'empty') return `${phase} and ${id} ${beyond} ${idParam}`;
  const { cells } = page.after;
  const uniform = columns.every((each) => each.descending === first?.descending);
  if (uniform && (page.phase === 'filled' || columns.every((each) => each.neverEmpty))) {
    const values = columns.map(({ type }, i) => params.add(cells[i] ?? null, type));
    const own = [...columns.map(({ sql }) => sql), id].join(', ');
    return `${phase} and (${own}) ${beyond} (${[...values, idParam].join(', ')})`;
  }
  return laterSql(columns, cells, `${id} ${beyond} ${idParam}`, params);
}

/** Behind the first column's value, or equal there and behind in the rest; empties are behind every value. */
function laterSql(
  columns: readonly OrderColumn[],
  cells: readonly (string | null)[],
  last: string,
  params: Params,
): string {
  const [head, ...rest] = columns;
  if (!head) return last;
  const [cell = null, ...otherCells] = cells;
  const tail = laterSql(rest, otherCells, last, params);
  if (cell === null) return `(${head.sql} is null and ${tail})`;
  const value = params.add(cell, head.type);
  const beyond = `${head.sql} ${head.descending ? '<' : '>'} ${value}`;
  return `(${beyond} or ${head.sql} is null or (${head.sql} = ${value} and ${tail}))`;
}

/** A cursor fits only the order and filter it was made with. */
export const queryMark = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);

export const encodeCursor = (mark: string, page: Required<Page>): string =>
  Buffer.from(JSON.stringify([mark, page.phase, page.after.cells, page.after.id])).toString(
    'base64url',
  );

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function decodeCursor(text: string, mark: string, terms: readonly SortTerm[]): Page {
  const bad = invalid([{ path: 'cursor', code: 'badCursor' }]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw bad;
  }
  if (!Array.isArray(parsed) || parsed.length !== 4) throw bad;
  const [ownMark, phase, cells, id]: unknown[] = parsed;
  const known = phasesOf(terms).find((each) => each === phase);
  const types = terms.flatMap(({ columns }) => columns.map(({ type }) => type));
  if (ownMark !== mark || !known || typeof id !== 'string' || !uuid.test(id)) throw bad;
  if (!isCells(cells, types)) throw bad;
  return { phase: known, after: { cells, id } };
}

const isCells = (value: unknown, types: readonly string[]): value is (string | null)[] =>
  Array.isArray(value) &&
  value.length === types.length &&
  types.every((type, i) => {
    const cell: unknown = value[i];
    return cell === null || (typeof cell === 'string' && isCursorCell(type, cell));
  });
