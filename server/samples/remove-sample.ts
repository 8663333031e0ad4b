import { AppError, forbidden, invalid, notFound } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import { systemActor } from '#engine/actor.ts';
import { buildAccess } from '#engine/access/build-access.ts';
import type { Ctx } from '#engine/context.ts';
import { leaveGroups } from '#engine/duplicates/leave-groups.ts';
import { tableOf } from '#engine/records/find-object.ts';
import { layoutOf } from '#engine/records/layout.ts';
import { quote } from '#engine/records/sql.ts';
import { archiveField, asOwner } from '#engine/settings/index.ts';
import { forgetTags } from '#engine/tags/forget-tags.ts';
import { withDb, withTransaction } from '#engine/transaction.ts';
import { deleteRecords } from '#engine/trash/delete-records.ts';
import { forgetHistory } from '#engine/trash/erase-records.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import type { People } from '../people/people.ts';
import { recordPeopleChange, requireAdministrator } from '../people/people-history.ts';
import { countSample, type SampleCounts } from './count-sample.ts';
import { findSample, isOfSample } from './find-sample.ts';
import { sampleParts } from './parts/index.ts';
import { removePeople } from './remove-people.ts';

export interface Removed {
  removed: SampleCounts;
  /** Records that people made themselves, and still have. */
  kept: number;
}

/**
 * Deletes everything of the sample company for good. What people made stays: what belonged to one of the sample's members
 * is the actor's from now on, and what pointed to the sample's records points to nothing. What lies in a record of the
 * sample, such as a need of a customer, goes with it.
 */
export async function removeSample(
  people: Pick<People, 'workspaces' | 'identities'>,
  ctx: Ctx,
  confirm: string,
): Promise<Removed> {
  requireAdministrator(ctx);
  return withTransaction(asOwner(ctx, people.workspaces), async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const sample = await findSample(inside);
    if (!sample) throw notFound();
    const { actor } = ctx;
    // One click lets anybody at this machine be one of them.
    if (actor.kind !== 'member' || isOfSample(sample, actor.id)) throw forbidden();
    if (confirm.trim() !== ctx.workspace.name.trim())
      throw invalid([{ path: 'confirm', code: 'mismatch' }]);
    const removed = await countSample(inside, sample);
    const system = asSystem(inside);
    for (const object of inOrder(system)) await deleteMarked(system, object);
    await removePeople(people, system, sample.made, actor.id);
    await removeFields(system, people, sample.made['custom_field'] ?? []);
    await inside.tables.deleteFrom('sample_record').execute();
    await inside.tables.deleteFrom('sample').execute();
    await recordPeopleChange(inside, 'setting.sample', ctx.workspace.id, 'remove', {
      sample: [sample.key, null],
    });
    return { removed, kept: await countAndRewind(inside) };
  });
}

function asSystem(ctx: Ctx): Ctx {
  const actor = systemActor('sample', ctx.workspace.settings);
  const access = buildAccess(actor, ctx.directory, ctx.model);
  return withDb({ ...ctx, actor, access }, ctx.db, (effect) => ctx.afterCommit(effect));
}

/** What points to others goes first: then nothing of the sample has to be changed before it is deleted. */
function inOrder({ model }: Ctx): ModelObject[] {
  const parts = sampleParts.map(({ object }) => object);
  return [...model.objects.values()].toSorted(
    (a, b) => parts.indexOf(b.key) - parts.indexOf(a.key),
  );
}

async function deleteMarked(ctx: Ctx, object: ModelObject): Promise<void> {
  const rows = await ctx.tables
    .selectFrom('sample_record')
    .select('id')
    .where('object', '=', object.key)
    .execute();
  await deleteRecords(
    ctx,
    object,
    rows.map(({ id }) => id),
    {
      reason: 'sample',
      async before(deleted) {
        await forgetTags(ctx, deleted.object, deleted.ids);
        await leaveGroups(ctx, deleted.ids);
        await forgetHistory(ctx, deleted);
      },
    },
  );
}

/** A field in which people have written meanwhile is theirs. */
async function removeFields(
  ctx: Ctx,
  { workspaces }: Pick<People, 'workspaces'>,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const [objectKey = '', key = ''] = name.split('.');
    const object = ctx.model.objects.get(objectKey);
    const columns = object
      ? layoutOf(object).entries.find(({ field }) => field.key === key)?.columns
      : undefined;
    if (!object || !columns) continue;
    const filled = columns.map((column) => `${quote(column)} is not null`).join(' or ');
    const [used] = await ctx.db.query(
      `select 1 from ${tableOf(ctx, object)} where ${filled} limit 1`,
      [],
    );
    if (used) continue;
    try {
      await archiveField(ctx, workspaces, objectKey, key);
    } catch (error) {
      // A list that an administrator made filters by it.
      if (!(error instanceof AppError) || error.code !== 'inUse') throw error;
    }
  }
}

/** Numbers begin again where nothing is left that has one. */
async function countAndRewind(ctx: Ctx): Promise<number> {
  let kept = 0;
  for (const object of ctx.model.objects.values()) {
    const [row] = await ctx.db.query(
      `select count(*), count(*) filter (where deleted_at is null) from ${tableOf(ctx, object)}`,
      [],
    );
    kept += Number(row?.[1] ?? 0);
    if (Number(row?.[0] ?? 0) === 0)
      await ctx.tables.deleteFrom('counter').where('series', 'like', `${object.key}.%`).execute();
  }
  return kept;
}
