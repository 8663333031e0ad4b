import { sql } from 'kysely';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '#engine/context.ts';
import { tableOf } from '#engine/records/find-object.ts';
import { updateRecords } from '#engine/records/index.ts';
import { references } from '#engine/records/references.ts';
import { columnName, qualified, quote } from '#engine/records/sql.ts';
import { systemTables } from '#engine/schema/system-tables.ts';
import { coreOf } from '../people/core-tables.ts';
import { announceEnded } from '../people/identity-cache.ts';
import type { People } from '../people/people.ts';

type Made = Record<string, readonly string[]>;

/** Takes the sample's members, teams and views away; what people hung on them goes to `heir`. */
export async function removePeople(
  people: Pick<People, 'identities'>,
  ctx: Ctx,
  made: Made,
  heir: string,
): Promise<void> {
  const members = [...(made['member'] ?? [])];
  const teams = [...(made['team'] ?? [])];
  for (const object of ctx.model.objects.values())
    await handOver(ctx, object, { members, teams, heir });
  await removeViews(ctx, made, heir);
  await leaveTeams(ctx, members, teams);
  await ctx.tables
    .deleteFrom('share')
    .where('grantee_id', 'in', [...members, ...teams])
    .execute();
  await removeOwn(ctx, members);
  await ctx.tables.deleteFrom('idempotency').where('actor_id', 'in', members).execute();
  await ctx.tables
    .deleteFrom('history')
    .where('object', 'in', ['member', 'team', 'role'])
    .where('record_id', 'in', [...members, ...teams, ...(made['role'] ?? [])])
    .execute();
  await endMembers(people, ctx, members);
  await ctx.tables.deleteFrom('team').where('id', 'in', teams).execute();
  for (const role of made['role'] ?? [])
    await ctx.tables
      .deleteFrom('role')
      .where('id', '=', role)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('member').select('id').where('role_id', '=', role))),
      )
      .execute();
}

/** What is theirs alone: what they follow, were told of, have read, and the like. */
async function removeOwn(ctx: Ctx, members: readonly string[]): Promise<void> {
  for (const [name, { columns }] of Object.entries(systemTables))
    if ('member_id' in columns)
      await ctx.db.query(
        `delete from ${qualified(ctx.workspace.schema, name)} where member_id = any($1::uuid[])`,
        [members],
      );
}

async function endMembers(
  people: Pick<People, 'identities'>,
  ctx: Ctx,
  members: readonly string[],
): Promise<void> {
  const core = coreOf(ctx);
  for (const memberId of members) await announceEnded(core, { memberId });
  const gone = await ctx.tables
    .deleteFrom('member')
    .where('id', 'in', members)
    .returning('user_id')
    .execute();
  for (const table of ['api_key', 'invitation', 'membership'] as const)
    await core
      .deleteFrom(table)
      .where('workspace_id', '=', ctx.workspace.id)
      .where('member_id', 'in', members)
      .execute();
  const users = gone.flatMap(({ user_id }) => (user_id === null ? [] : [user_id]));
  // Their sessions go with them.
  if (users.length > 0) await core.deleteFrom('user').where('id', 'in', users).execute();
  ctx.afterCommit(() => {
    for (const memberId of members) people.identities.drop({ memberId });
  });
}

interface HandOver {
  members: readonly string[];
  teams: readonly string[];
  heir: string;
}

/** What people made belongs to somebody who is there. */
async function handOver(ctx: Ctx, object: ModelObject, to: HandOver): Promise<void> {
  for (const field of object.fields.values()) {
    const kind = references[field.kind]?.to;
    if ((kind !== 'member' && kind !== 'team') || field.readOnly) continue;
    const gone = kind === 'member' ? to.members : to.teams;
    if (references[field.kind]?.many) {
      await leaveList(ctx, object, field, gone);
      continue;
    }
    const value = kind === 'member' && (field.required || field.key === 'owner') ? to.heir : null;
    await point(ctx, object, field, gone, value);
  }
}

async function point(
  ctx: Ctx,
  object: ModelObject,
  field: ModelField,
  gone: readonly string[],
  value: string | null,
): Promise<void> {
  const own = quote(columnName(field, ''));
  const table = tableOf(ctx, object);
  const rows = await ctx.db.query(
    `select id from ${table} where ${own} = any($1::uuid[]) and deleted_at is null order by id`,
    [gone],
  );
  const patches = rows.map(([id]) => ({ id: String(id), values: { [field.key]: value } }));
  if (patches.length > 0) await updateRecords(ctx, object.key, patches);
  await ctx.db.query(
    `update ${table} set ${own} = $2::uuid where ${own} = any($1::uuid[]) and deleted_at is not null`,
    [gone, value],
  );
}

/** A list of people goes on without those who are gone. */
async function leaveList(
  ctx: Ctx,
  object: ModelObject,
  field: ModelField,
  gone: readonly string[],
): Promise<void> {
  const own = quote(columnName(field, ''));
  const table = tableOf(ctx, object);
  const others = `array(select e from unnest(${own}) with ordinality u(e, n) where e <> all($1::uuid[]) order by n)`;
  const rows = await ctx.db.query(
    `select id, ${others} from ${table} where ${own} && $1::uuid[] and deleted_at is null order by id`,
    [gone],
  );
  const patches = rows.map(([id, left]) => ({ id: String(id), values: { [field.key]: left } }));
  if (patches.length > 0) await updateRecords(ctx, object.key, patches);
  await ctx.db.query(
    `update ${table} set ${own} = nullif(${others}, '{}') where ${own} && $1::uuid[] and deleted_at is not null`,
    [gone],
  );
}

/** Views that people saved for others while they were one of the sample's members stay. */
async function removeViews(ctx: Ctx, made: Made, heir: string): Promise<void> {
  const members = [...(made['member'] ?? [])];
  const teams = [...(made['team'] ?? [])];
  const views = [...(made['saved_view'] ?? [])];
  if (views.length > 0)
    await ctx.tables.deleteFrom('saved_view').where('id', 'in', views).execute();
  await ctx.tables
    .deleteFrom('saved_view')
    .where('owner_id', 'in', members)
    .where('audience', '=', 'mine')
    .execute();
  await ctx.tables
    .updateTable('saved_view')
    .set({ owner_id: heir })
    .where('owner_id', 'in', members)
    .execute();
  await ctx.tables
    .updateTable('saved_view')
    .set({ audience: 'mine', team_id: null })
    .where('team_id', 'in', teams)
    .execute();
}

/** Colleagues and teams that were put among the sample's. */
async function leaveTeams(
  ctx: Ctx,
  members: readonly string[],
  teams: readonly string[],
): Promise<void> {
  await ctx.tables
    .updateTable('team')
    .set({ parent_id: null })
    .where('parent_id', 'in', teams)
    .execute();
  await ctx.tables
    .updateTable('team')
    .set({ leader_id: null })
    .where('leader_id', 'in', members)
    .execute();
  await ctx.tables
    .updateTable('member')
    .set({
      team_ids: sql<string[]>`array(select t from unnest(team_ids) with ordinality u(t, n)
        where t <> all(${sql.val([...teams])}::uuid[]) order by n)`,
    })
    .where(sql<boolean>`team_ids && ${sql.val([...teams])}::uuid[]`)
    .execute();
}
