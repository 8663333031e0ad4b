import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { tableOf } from '../records/find-object.ts';
import { column, columnName } from '../records/sql.ts';
import { seriesOf } from './assign-numbers.ts';

type NumberField = ModelField & { kind: 'autoNumber' };

const placeholder = /\{(0{1,10}|yyyy|yy|mm)\}/g;
const digits: Readonly<Record<string, string>> = { yyyy: '\\d{4}', yy: '\\d{2}', mm: '\\d{2}' };

/** The highest number of each series that records, those in the trash too, have in the pattern of this field. */
export async function numbersInUse(
  ctx: Ctx,
  object: ModelObject,
  field: NumberField,
): Promise<ReadonlyMap<string, number>> {
  const { source, names } = expressionOf(field.pattern);
  const part = (...wanted: string[]) => {
    const place = names.findIndex((name) => wanted.includes(name)) + 1;
    return place === 0 ? 'null::text' : `m[${place}]`;
  };
  const number = `m[${names.findIndex((name) => name.startsWith('0')) + 1}]`;
  const text = column('t', columnName(field, ''));
  const rows = await ctx.db.query(
    `select ${part('yyyy', 'yy')}, ${part('mm')}, max(${number}::bigint)
     from ${tableOf(ctx, object)} t, regexp_match(${text}, $1) m where m is not null group by 1, 2`,
    [source],
  );
  return new Map(
    rows.map(([year, month, n]) => {
      const day = `${textOf(year, '00').padStart(4, '20')}-${textOf(month, '01')}-01`;
      return [seriesOf(object, field, day), Number(n)];
    }),
  );
}

/** The pattern as PostgreSQL reads an expression: the same as `readNumber`, for a whole table at once. */
function expressionOf(pattern: string): { source: string; names: string[] } {
  const names: string[] = [];
  let source = '';
  let end = 0;
  for (const { 0: whole, 1: name = '', index } of pattern.matchAll(placeholder)) {
    source += asWritten(pattern.slice(end, index));
    source += `(${digits[name] ?? `\\d{${name.length},15}`})`;
    names.push(name);
    end = index + whole.length;
  }
  return { source: `^${source}${asWritten(pattern.slice(end))}$`, names };
}

/** A backslash before anything but letters and digits takes its meaning away. */
const asWritten = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`);

const textOf = (cell: unknown, none: string): string => (typeof cell === 'string' ? cell : none);
