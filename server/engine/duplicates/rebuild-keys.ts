import { createHash } from 'node:crypto';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { tableOf } from '../records/find-object.ts';
import { columnsSql, layoutOf, valuesFrom } from '../records/layout.ts';
import { qualified } from '../records/sql.ts';
import { withTransaction } from '../transaction.ts';
import { matchKeys } from './match-keys.ts';

/** To be raised when values are folded to keys in another way than before. */
const keyForm = 1;

/** Keys of records are right only as long as this stays the same. */
export const rulesMark = (object: ModelObject): string =>
  createHash('sha256')
    .update(JSON.stringify([keyForm, object.duplicates]))
    .digest('base64url')
    .slice(0, 16);

const chunk = 2000;

/** Makes all keys of an object anew, after its rules changed. Until it ends some matches are missed. */
export async function rebuildKeys(ctx: Ctx, object: ModelObject): Promise<void> {
  await ctx.db.query(
    `delete from ${qualified(ctx.workspace.schema, 'match_key')} where object = $1`,
    [object.key],
  );
  let last: string | undefined = '00000000-0000-0000-0000-000000000000';
  while (last !== undefined) last = await rebuildChunk(ctx, object, last);
}

/** Gives the id it ended with, as long as there may be more. */
async function rebuildChunk(
  ctx: Ctx,
  object: ModelObject,
  after: string,
): Promise<string | undefined> {
  const layout = layoutOf(object);
  return withTransaction(ctx, async (ctx) => {
    // Whoever changes one of these waits until its keys are there to be changed.
    const rows = await ctx.db.query(
      `select ${columnsSql(layout.entries, 't')} from ${tableOf(ctx, object)} t
       where t.id > $1::uuid and t.deleted_at is null order by t.id limit ${chunk} for share`,
      [after],
    );
    const records = rows.map((cells) => valuesFrom(layout, cells));
    const keys = records.flatMap((values) =>
      matchKeys(object, values).map((key) => ({ ...key, record_id: values['id'] })),
    );
    await ctx.db.query(
      `insert into ${qualified(ctx.workspace.schema, 'match_key')} (object, rule, key, form, record_id)
       select $1, rule, key, form, record_id
       from jsonb_to_recordset($2::jsonb) as k(rule text, key text, form int, record_id uuid)
       on conflict do nothing`,
      [object.key, JSON.stringify(keys)],
    );
    return records.length < chunk ? undefined : String(records.at(-1)?.['id']);
  });
}
