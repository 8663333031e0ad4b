import { v7 as newId } from 'uuid';
import { notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { withTransaction } from '../transaction.ts';
import { requireMember } from './require-member.ts';

export interface PushDevice {
  id: string;
  name: string;
  createdAt: string;
  /** When something reached it last. */
  usedAt: string | null;
}

export interface NewDevice {
  endpoint: string;
  p256dh: string;
  auth: string;
  name: string;
}

const mostDevices = 20;

/** Browsers in which the actor allowed notices. */
export async function listDevices(ctx: Ctx): Promise<PushDevice[]> {
  const rows = await ctx.tables
    .selectFrom('push_device')
    .select(['id', 'name', 'created_at', 'used_at'])
    .where('member_id', '=', requireMember(ctx))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, created_at, used_at }) => ({
    id,
    name,
    createdAt: created_at,
    usedAt: used_at,
  }));
}

/** The same browser again keeps its id; whoever signed in there last is told there. */
export async function addDevice(ctx: Ctx, device: NewDevice): Promise<string> {
  const member = requireMember(ctx);
  return withTransaction(ctx, async (inside) => {
    const { id } = await inside.tables
      .insertInto('push_device')
      .values({ id: newId(), member_id: member, ...device })
      .onConflict((conflict) =>
        conflict.column('endpoint').doUpdateSet({
          member_id: member,
          p256dh: device.p256dh,
          auth: device.auth,
          name: device.name,
        }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    await dropOldest(inside, member);
    return id;
  });
}

async function dropOldest(ctx: Ctx, member: string): Promise<void> {
  const old = await ctx.tables
    .selectFrom('push_device')
    .select('id')
    .where('member_id', '=', member)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(mostDevices)
    .execute();
  if (old.length === 0) return;
  await ctx.tables
    .deleteFrom('push_device')
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .execute();
}

export async function removeDevice(ctx: Ctx, id: string): Promise<void> {
  const { numDeletedRows } = await ctx.tables
    .deleteFrom('push_device')
    .where('id', '=', id)
    .where('member_id', '=', requireMember(ctx))
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
}
