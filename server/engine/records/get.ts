import { notFound } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findObject, scopeOf, tableOf } from './find-object.ts';
import { nameLinks } from './name-links.ts';
import type { Values } from './rules.ts';
import { presentInMemory, selectionOf, type PresentedRecord } from './selection.ts';
import { reachSql } from './where.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (text: unknown): text is string =>
  typeof text === 'string' && uuidPattern.test(text);

/** The record, or the same "not found" whether it is missing, in the trash, or out of the actor's reach. */
export async function get(ctx: Ctx, objectKey: string, id: string): Promise<PresentedRecord> {
  const object = findObject(ctx, objectKey);
  if (!isId(id)) throw notFound();
  const scope = scopeOf(ctx, object);
  const selection = selectionOf(scope);
  const seen = reachSql(scope, ctx.access.of(object.key).read);
  const [row] = await ctx.db.prepared(
    `select ${selection.columns} from ${tableOf(ctx, object)} t${selection.joins}` +
      ` where t.id = ${scope.params.add(id, 'uuid')} and t.deleted_at is null and ${seen}`,
    scope.params.values,
  );
  if (!row) throw notFound();
  const record = selection.read(ctx, row);
  await nameLinks(ctx, object, [record]);
  return record;
}

/** The same without reading them again, where all that is shown of them is in memory. */
export async function presentValues(
  ctx: Ctx,
  object: ModelObject,
  all: readonly Values[],
): Promise<PresentedRecord[]> {
  const scope = scopeOf(ctx, object);
  const inMemory = all.flatMap((values) => presentInMemory(scope, values) ?? []);
  if (inMemory.length === all.length) return inMemory;
  return presentWritten(
    ctx,
    object,
    all.map((values) => String(values['id'])),
  );
}

/** Records just written, in the order of the ids: shown to who wrote them even when they handed them away. */
export async function presentWritten(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<PresentedRecord[]> {
  const scope = scopeOf(ctx, object);
  const selection = selectionOf(scope);
  const rows = await ctx.db.prepared(
    `select ${selection.columns} from ${tableOf(ctx, object)} t${selection.joins}` +
      ` where t.id = any(${scope.params.add(ids, 'uuid[]')})`,
    scope.params.values,
  );
  const records = rows.map((row) => selection.read(ctx, row));
  await nameLinks(ctx, object, records);
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id)).filter((record) => record !== undefined);
}
