import { eventually } from '#server/testing/eventually.ts';
import type { Ctx } from '../context.ts';
import { tellOfChanges } from '../notices/tell-of-changes.ts';
import { qualified } from '../records/sql.ts';

/** Tells of everything that was written so far: what other tests still write at the time holds the readers up. */
export async function readAll(ctx: Ctx): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const [end] = await ctx.db.query(
    `select o.transaction::text, o.id from ${table('outbox')} o order by o.transaction desc, o.id desc limit 1`,
    [],
  );
  if (!end) return;
  await eventually(async () => {
    while (await tellOfChanges(ctx));
    const rows = await ctx.db.query(
      `select true from ${table('outbox_reader')} r where (r.transaction, r.event) >= ($1::xid8, $2::bigint)`,
      [end[0], end[1]],
    );
    return rows[0]?.[0] === true ? true : undefined;
  });
}
