import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { column, columnName } from './sql.ts';

/** What a row of the object is called, as far as the actor may know it. The one place that shows titles of records. */
export function titleSql(ctx: Ctx, object: ModelObject, alias: string): string {
  const field = object.fields.get(object.title);
  if (!field || !seesTitle(ctx, object)) return 'null::text';
  const title = column(alias, columnName(field, ''));
  // Also where it is the number of a year: a title is a text to whoever reads it.
  const [main] = sqlKind(field).columns(field);
  return main?.type.startsWith('text') === true ? title : `${title}::text`;
}

/** For titles kept elsewhere than in the row: whether the actor may know them. */
export const seesTitle = (ctx: Ctx, object: ModelObject): boolean =>
  !ctx.access.of(object.key).hidden.has(object.title);
