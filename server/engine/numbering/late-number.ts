import { randomBytes } from 'node:crypto';
import { formatNumber } from '#shared/fields/autoNumber.ts';
import { fold } from '#shared/locale/text.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { pickFields } from '../records/pick-fields.ts';
import type { Change } from '../records/rules.ts';
import { qualified } from '../records/sql.ts';
import { localDate, seriesOf } from './assign-numbers.ts';

/**
 * A number that is taken by the very statement that writes its record, so that others wait for the counter only while
 * the database works and not while this process thinks. Until then a mark stands for it wherever the record's texts go.
 */
export interface LateNumber {
  field: string;
  mark: string;
  series: string;
  /** What stands before and behind the digits, and how many there are at least. */
  head: string;
  tail: string;
  width: number;
}

const numbered = pickFields((field) => field.kind === 'autoNumber');
const zeros = /\{0+\}/;

/** For one new record of an object with one number; others are numbered before they are written. */
export function lateNumber(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
): LateNumber | undefined {
  const [change, another] = changes;
  const [field, second] = numbered(object);
  if (!change || another || second || field?.kind !== 'autoNumber') return undefined;
  if (change.before !== null || change.after[field.key]) return undefined;
  // Keys of duplicates are made from the number itself.
  if (object.duplicates.some((rule) => rule.field === field.key)) return undefined;
  const date = localDate(ctx);
  const width = (zeros.exec(field.pattern)?.[0].length ?? 3) - 2;
  const [head = '', tail = ''] = formatNumber(field.pattern.replace(zeros, '\n'), 0, date).split(
    '\n',
  );
  const mark = `NUMBER${randomBytes(12).toString('hex').toUpperCase()}`;
  return { field: field.key, mark, series: seriesOf(object, field, date), head, tail, width };
}

/** Inside JSON the text stands as JSON writes it. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** The number as the statement gave it back. */
export const numberFrom = (cell: unknown): string => JSON.parse(`"${String(cell)}"`);

/** The parameters of `lateNumberSql`, in its order. */
export const lateNumberValues = ({ mark, series, head, tail, width }: LateNumber): unknown[] => [
  series,
  inJson(head),
  inJson(tail),
  width,
  mark,
  inJson(fold(head)),
  inJson(fold(tail)),
  fold(mark),
];

/** Common table expressions that take the number (`f`), and how a parameter of JSON text gets it. */
export function lateNumberSql(ctx: Ctx, firstPlace: number) {
  const at = (n: number) => `$${firstPlace + n}::text`;
  const digits = `lpad(n.value::text, greatest($${firstPlace + 3}::int, length(n.value::text)), '0')`;
  return {
    tables:
      `n as (insert into ${qualified(ctx.workspace.schema, 'counter')} as c (series, value) values (${at(0)}, 1)` +
      ` on conflict (series) do update set value = c.value + 1 returning value),` +
      ` f as materialized (select ${at(1)} || ${digits} || ${at(2)} as whole,` +
      ` ${at(5)} || ${digits} || ${at(6)} as folded from n)`,
    filled: (place: string) =>
      `(select replace(replace(${place}::text, ${at(4)}, f.whole), ${at(7)}, f.folded)::jsonb from f)`,
  };
}
