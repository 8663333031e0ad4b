import { z } from 'zod';
import { AppError, invalid, type ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { buckets, measureFunctions } from '../records/aggregate.ts';
import { canGroup } from '../records/dimension.ts';
import { findColumn, findField, visibleField } from '../records/field-path.ts';
import { parseFilter } from '../records/parse-filter.ts';
import { parseSort } from '../records/sort.ts';

const fieldName = z.string().max(100);

/** How a list is shown; the engine keeps it and the screen draws it. */
export const viewDefinition = z.strictObject({
  where: z.unknown().optional(),
  q: z.string().max(200).exactOptional(),
  sort: z.string().max(500).exactOptional(),
  /** In their order. */
  columns: z.array(fieldName).min(1).max(60).exactOptional(),
  /** Pixels, by column. */
  widths: z.record(fieldName, z.int().min(40).max(2000)).exactOptional(),
  /** Columns that stay in sight; without them the title does. */
  pinned: z.array(fieldName).max(60).exactOptional(),
  /** Columns of a board, or headings of a table. */
  groupBy: fieldName.exactOptional(),
  /** How far one heading reaches, where a table is grouped by a time. */
  bucket: z.enum(buckets).exactOptional(),
  /** Added up at the head of each column of a board. */
  sum: fieldName.exactOptional(),
  display: z.enum(['table', 'board', 'calendar', 'chart']).default('table'),
  /** Field that puts a record on its day, and the one it ends with. */
  calendar: z.strictObject({ from: fieldName, to: fieldName.exactOptional() }).exactOptional(),
  chart: z
    .strictObject({
      kind: z.enum(['bar', 'line', 'pie', 'funnel']),
      groupBy: z
        .array(z.strictObject({ field: fieldName, bucket: z.enum(buckets).exactOptional() }))
        .min(1)
        .max(2),
      measure: z.strictObject({ fn: z.enum(measureFunctions), field: fieldName.exactOptional() }),
    })
    .exactOptional(),
});
export type ViewDefinition = z.infer<typeof viewDefinition>;

/** Whether every name in it means something to who saves it; all that is wrong at once. */
export function checkDefinition(ctx: Ctx, object: ModelObject, definition: ViewDefinition): void {
  const errors: ValueError[] = [];
  const collect = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
      errors.push(...error.errors);
    }
  };
  const { where, sort, columns = [], widths = {}, pinned = [] } = definition;
  const { groupBy, sum, calendar, chart } = definition;
  if (where !== undefined) collect(() => parseFilter(ctx, object, where));
  if (sort !== undefined) collect(() => parseSort(ctx, object, sort));
  const known = (path: string, name: string) => {
    if (!visibleField(ctx, object, name))
      errors.push({ path, code: 'unknownField', params: { field: name.slice(0, 60) } });
  };
  const shown = (path: string, name: string) => {
    if (!findColumn(ctx, object, name)) known(path, name);
  };
  columns.forEach((name, i) => shown(`columns.${i}`, name));
  for (const name of Object.keys(widths)) shown(`widths.${name.slice(0, 60)}`, name);
  pinned.forEach((name, i) => shown(`pinned.${i}`, name));
  const grouping = (path: string, name: string) => {
    const found = findField(ctx, object, name, false);
    if (!found) known(path, name);
    else if (!canGroup(found))
      errors.push({ path, code: 'badOperator', params: { op: 'groupBy' } });
  };
  if (groupBy !== undefined) grouping('groupBy', groupBy);
  if (sum !== undefined) known('sum', sum);
  if (calendar) {
    for (const [end, name] of Object.entries(calendar)) {
      const field = visibleField(ctx, object, name);
      if (!field) known(`calendar.${end}`, name);
      else if (!sqlKind(field).time) errors.push({ path: `calendar.${end}`, code: 'wrongType' });
    }
  }
  chart?.groupBy.forEach(({ field }, i) => grouping(`chart.groupBy.${i}.field`, field));
  if (chart?.measure.field !== undefined) known('chart.measure.field', chart.measure.field);
  for (const display of ['calendar', 'chart'] as const)
    if (definition.display === display && !definition[display])
      errors.push({ path: display, code: 'required' });
  if (definition.display === 'board' && groupBy === undefined)
    errors.push({ path: 'groupBy', code: 'required' });
  if (errors.length > 0)
    throw invalid(errors.map((error) => ({ ...error, path: `definition.${error.path}` })));
}
