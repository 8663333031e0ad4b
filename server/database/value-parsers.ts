import pg from 'pg';

/** PostgreSQL's text of a timestamptz in a UTC session: '2026-11-21 23:00:04.123+00'. */
function instantFromText(text: string): string {
  // 'infinity' and years before Christ: no column of ours accepts them, so only pass them on.
  if (!text.endsWith('+00') || text.length < 22) return text;
  const date = text.slice(0, 10);
  const time = text.slice(11, -3);
  // 8 characters are hh:mm:ss. More than milliseconds are kept: a cursor must be exact.
  const fraction = time.length === 8 ? '.000' : time.slice(8).padEnd(4, '0');
  return `${date}T${time.slice(0, 8)}${fraction}Z`;
}

function integerFromText(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}

const asText = (text: string) => text;

/** Lists of one dimension; no value of these types holds a comma, a quote or a backslash. */
const listOf = (parse: (text: string) => unknown) => (text: string) => {
  const [, inside] = /^\{([^{}]*)\}$/.exec(text) ?? [];
  if (inside === undefined) throw new RangeError('a list of more than one dimension');
  if (inside === '') return [];
  return inside
    .split(',')
    .map((entry) => (entry === 'NULL' ? null : parse(entry.replaceAll('"', ''))));
};

const byType = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, integerFromText],
  [1016, listOf(integerFromText)],
  [pg.types.builtins.NUMERIC, asText],
  [1231, listOf(asText)],
  [pg.types.builtins.DATE, asText],
  [1182, listOf(asText)],
  [pg.types.builtins.TIMESTAMP, asText],
  [1115, listOf(asText)],
  [pg.types.builtins.TIMESTAMPTZ, instantFromText],
  [1185, listOf(instantFromText)],
]);

/** For the pools of this program only; pg's own table is shared by every library in the process. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && byType.get(type)) || pg.types.getTypeParser(type, format),
};
