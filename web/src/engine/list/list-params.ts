import type { Filter } from '#shared/filter.ts';
import type { AggregateQuery } from '#web/api/records.ts';

export type Mode = 'table' | 'board' | 'chart';
type Dimensions = NonNullable<AggregateQuery['groupBy']>;

export interface ChartChoice {
  kind: 'bar' | 'line' | 'pie' | 'funnel';
  /** One, or two for a split. */
  groupBy: Dimensions;
  measure: AggregateQuery['measures'][number];
}

/** Everything that makes a list what it is; all of it stands in the address bar. */
export interface ListState {
  /** Key of a built-in view, id of a saved one; null is everything. */
  view: string | null;
  where: Filter | undefined;
  q: string | undefined;
  /** `-createdAt,name`. */
  sort: string | undefined;
  columns: readonly string[] | undefined;
  /** Pixels, of columns that somebody drew wider or narrower. */
  widths: Readonly<Record<string, number>> | undefined;
  /** Columns that stay in sight; the title when nobody said. */
  pinned: readonly string[] | undefined;
  /** Field under whose values the rows of the table stand; `createdAt:month` for times. */
  group: string | undefined;
  mode: Mode;
  /** Field whose values are the columns of the board. */
  by: string | undefined;
  /** Field summed at the head of each column of the board. */
  sum: string | undefined;
  chart: ChartChoice | undefined;
  /** Record the keyboard stands on. */
  cursor: string | undefined;
}

export type Search = Readonly<Record<string, string | undefined>>;

/** Written where a view says something and the person took it away. */
const none = '-';

/** What a view says, with what the address bar says instead. */
export function readState(
  search: Search,
  view: string | null,
  base: Partial<ListState>,
): ListState {
  const text = (name: 'q' | 'sort' | 'group' | 'by' | 'sum') =>
    over(search[name], base[name], (said) => said);
  return {
    view,
    where: over(search['where'], base.where, readJson<Filter>),
    q: text('q'),
    sort: text('sort'),
    columns: over(search['columns'], base.columns, readNames),
    widths: over(search['widths'], base.widths, readWidths),
    pinned: search['pinned'] === none ? [] : over(search['pinned'], base.pinned, readNames),
    group: text('group'),
    mode: modes.find((mode) => mode === search['mode']) ?? base.mode ?? 'table',
    by: text('by'),
    sum: text('sum'),
    chart: over(search['chart'], base.chart, readJson<ChartChoice>),
    cursor: search['cursor'],
  };
}

/** The search parameters of a state: only what differs from the view. */
export function writeState(state: ListState, base: Partial<ListState>): Search {
  const text = (name: 'q' | 'sort' | 'group' | 'by' | 'sum') =>
    state[name] === base[name] ? undefined : (state[name] ?? none);
  const json = (value: unknown, before: unknown) =>
    same(value, before) ? undefined : value === undefined ? none : JSON.stringify(value);
  return {
    where: json(state.where, base.where),
    q: text('q'),
    sort: text('sort'),
    columns: same(state.columns, base.columns) ? undefined : (state.columns?.join(',') ?? none),
    widths: same(state.widths, base.widths) ? undefined : writeWidths(state.widths),
    pinned: same(state.pinned, base.pinned) ? undefined : state.pinned?.join(',') || none,
    group: text('group'),
    mode: state.mode === (base.mode ?? 'table') ? undefined : state.mode,
    by: text('by'),
    sum: text('sum'),
    chart: json(state.chart, base.chart),
    cursor: state.cursor,
  };
}

/** Whether a person changed what the view shows; where the keyboard stands is no change. */
export const isChanged = (state: ListState, base: Partial<ListState>): boolean =>
  Object.entries(writeState(state, base)).some(
    ([name, value]) => name !== 'cursor' && value !== undefined,
  );

const modes: readonly Mode[] = ['table', 'board', 'chart'];

function over<T>(
  said: string | undefined,
  base: T | undefined,
  read: (text: string) => T | undefined,
): T | undefined {
  if (said === undefined) return base;
  return said === none || said === '' ? undefined : read(said);
}

const readNames = (names: string): string[] => names.split(',').filter(Boolean);

/** `name:320,region:90`; whoever writes nonsense has the usual width. */
const readWidths = (text: string): Record<string, number> =>
  Object.fromEntries(
    text.split(',').flatMap((each) => {
      const [, name, width] = /^([\w.]+):(\d{2,4})$/.exec(each) ?? [];
      return name === undefined ? [] : [[name, Number(width)]];
    }),
  );

const writeWidths = (widths: ListState['widths']): string =>
  Object.entries(widths ?? {})
    .map(([name, width]) => `${name}:${width}`)
    .join(',') || none;

/** From the address bar: whoever writes nonsense there sees the list without it; the server checks the rest. */
function readJson<T extends object>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
