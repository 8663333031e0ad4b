import { notFound } from '#shared/errors.ts';
import type { NotificationEvent } from '#shared/personal.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import { withTransaction } from '../transaction.ts';
import { requireMember } from './require-member.ts';
import { ringBells } from './store-notices.ts';

/** Marks one of the actor's notices read, or not read after all. */
export async function markRead(ctx: Ctx, id: string, read: boolean): Promise<void> {
  const member = requireMember(ctx);
  await withTransaction(ctx, async (inside) => {
    const { numUpdatedRows } = await inside.tables
      .updateTable('notice')
      .set({ read_at: read ? inside.now.toISOString() : null })
      .where('id', '=', id)
      .where('member_id', '=', member)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound();
    await ringBells(inside, [member]);
  });
}

export interface ReadMany {
  kind?: NotificationEvent | undefined;
  /** What is about this record, which the actor is looking at. */
  record?: { object: string; id: string } | undefined;
  /** What came after the actor pressed is not read yet. */
  upTo?: string | undefined;
}

/** Marks all of the actor's notices read, or those of a kind or a record. Gives their number. */
export async function markAllRead(ctx: Ctx, { kind, record, upTo }: ReadMany): Promise<number> {
  const member = requireMember(ctx);
  return withTransaction(ctx, async (inside) => {
    const rows = await inside.db.query(
      `update ${qualified(inside.workspace.schema, 'notice')} set read_at = $2
       where member_id = $1 and read_at is null and ($3::text is null or kind = $3)
         and ($4::text is null or object = $4 and record_id = $5::uuid)
         and ($6::timestamptz is null or at <= $6) returning 1`,
      [
        member,
        inside.now.toISOString(),
        kind ?? null,
        record?.object ?? null,
        record?.id ?? null,
        upTo ?? null,
      ],
    );
    if (rows.length > 0) await ringBells(inside, [member]);
    return rows.length;
  });
}
