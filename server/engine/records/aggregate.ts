import { invalid, type ValueError } from '#shared/errors.ts';
import type { Filter } from '#shared/filter.ts';
import type { Ctx } from '../context.ts';
import { dimension, type Bucket } from './dimension.ts';
import type { FieldPath } from './field-path.ts';
import { findObject, scopeOf, tableOf } from './find-object.ts';
import { linkTitles } from './link-titles.ts';
import { matchSql } from './match-sql.ts';
import { parseFilter } from './parse-filter.ts';
import { measure, type MeasureFunction } from './measure.ts';
import { nameIn, references } from './references.ts';
import { quote } from './sql.ts';
import { whereSql } from './where.ts';

export { buckets, type Bucket } from './dimension.ts';
export { measureFunctions, type MeasureFunction } from './measure.ts';

export interface AggregateQuery {
  where?: unknown;
  q?: string | undefined;
  groupBy?: readonly { field: string; bucket?: Bucket | undefined }[];
  /** `where`: only of those of a group for which it is so. */
  measures: readonly {
    fn: MeasureFunction;
    field?: string | undefined;
    where?: Filter | undefined;
  }[];
}

export interface AggregateResult {
  /** `keys` in the order of groupBy, `values` in the order of measures; decimals and counts of groups as they are. */
  groups: { keys: unknown[]; values: (string | number | null)[] }[];
  /** False when there were more groups than are given. */
  complete: boolean;
}

export const mostGroups = 1000;
const mostDimensions = 3;
const mostMeasures = 16;

/** Counts and sums of what the actor may see, by up to three fields; days are those of the actor's time zone. */
export async function aggregate(
  ctx: Ctx,
  objectKey: string,
  query: AggregateQuery,
): Promise<AggregateResult> {
  const object = findObject(ctx, objectKey);
  const errors: ValueError[] = [];
  const scope = scopeOf(ctx, object);
  const groupBy = query.groupBy ?? [];
  if (groupBy.length > mostDimensions) {
    errors.push({ path: 'groupBy', code: 'tooMany', params: { max: mostDimensions } });
  }
  if (query.measures.length > mostMeasures) {
    errors.push({ path: 'measures', code: 'tooMany', params: { max: mostMeasures } });
  }
  const dimensions = groupBy.map((each, i) => dimension(scope, each, i, errors));
  const measures = query.measures.map((each, i) => measure(scope, each, i, errors));
  const conditions = query.measures.map(({ where }) =>
    where === undefined ? undefined : parseFilter(ctx, object, where),
  );
  if (errors.length > 0) throw invalid(errors);

  const narrowed = measures.map((expression, i) => {
    const condition = conditions[i];
    return condition ? `${expression} filter (where ${whereSql(scope, condition)})` : expression;
  });
  const matching = matchSql(scope, query);
  const keys = dimensions.map((each) => each?.expression ?? 'null');
  const titles = dimensions.map((each) => each?.title ?? 'null');
  const places = keys.map((_, i) => String(i + 1)).join(', ');
  const text =
    `select ${[...keys, ...titles.map((title, i) => `${title} as ${quote(`title_${i}`)}`), ...narrowed].join(', ')}` +
    ` from ${tableOf(ctx, object)} t${dimensions.map((each) => each?.join ?? '').join('')} where ${matching}` +
    (keys.length > 0
      ? ` group by ${places}, ${titles.map((_, i) => keys.length + i + 1).join(', ')}` +
        ` order by ${keys.length * 2 + 1} desc nulls last, ${places} limit ${mostGroups + 1}`
      : '');
  const rows = await ctx.db.query(text, scope.params.values);
  const linked = dimensions.map((each) => each?.path.field.kind === 'links');
  const named = await linkTitles(ctx, rows, linked);
  // What links lead to is known only now: of those out of reach nothing is said.
  const shown = rows.filter((row) =>
    linked.every((isLink, i) => !isLink || row[i] === null || named.has(row[i])),
  );
  return {
    complete: rows.length <= mostGroups,
    groups: shown.slice(0, mostGroups).map((row) => ({
      keys: dimensions.map((each, i) =>
        presentKey(ctx, each?.path, row[i], linked[i] ? named.get(row[i]) : row[keys.length + i]),
      ),
      values: row.slice(keys.length * 2).map(presentNumber),
    })),
  };
}

function presentKey(ctx: Ctx, path: FieldPath | undefined, key: unknown, title: unknown): unknown {
  const reference = path && path.part === undefined ? references[path.field.kind] : undefined;
  if (key === null || !reference || path?.field.key === 'id') return key;
  const names = { member: ctx.directory.members, team: ctx.directory.teams };
  if (reference.to === 'member' || reference.to === 'team') {
    return { id: key, title: nameIn(names[reference.to], key) };
  }
  return { id: key, title };
}

const presentNumber = (cell: unknown): string | number | null => {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  return /^-?\d+\.\d+$/.test(cell) ? cell.replace(/\.?0+$/, '') : cell;
};
