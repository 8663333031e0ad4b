import { notFound } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { qualified, tableName, Params } from './sql.ts';
import type { Scope } from './where.ts';

export function findObject(ctx: Ctx, key: string): ModelObject {
  const object = ctx.model.objects.get(key);
  if (!object) throw notFound();
  return object;
}

export const scopeOf = (ctx: Ctx, object: ModelObject, alias = 't'): Scope => ({
  ctx,
  object,
  alias,
  params: new Params(),
});

export const tableOf = (ctx: Ctx, object: ModelObject): string =>
  qualified(ctx.workspace.schema, tableName(object));
