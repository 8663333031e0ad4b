import { AppError } from '#shared/errors.ts';
import { fold } from '#shared/locale/text.ts';
import { systemActor } from '#engine/actor.ts';
import { buildAccess } from '#engine/access/build-access.ts';
import type { Ctx } from '#engine/context.ts';
import { buildModel } from '#engine/model/build-model.ts';
import { loadCustom, loadCustomRows } from '#engine/model/load-custom.ts';
import { loadDirectory } from '#engine/model/load-directory.ts';
import { asOwner, createField, restoreField } from '#engine/settings/index.ts';
import { shareRecord } from '#engine/sharing/share-record.ts';
import { addTags, tagFields } from '#engine/tags/learn-tags.ts';
import { withDb, withTransaction } from '#engine/transaction.ts';
import { createView } from '#engine/views/views.ts';
import { bumpWorkspace, type Workspaces } from '#engine/workspaces.ts';
import { recordPeopleChange, requireAdministrator } from '../people/people-history.ts';
import { addPeople, type SamplePeople } from './add-people.ts';
import { sampleCompanies } from './companies/index.ts';
import { findSample } from './find-sample.ts';
import { sampleParts } from './parts/index.ts';
import type { SampleCompany, SampleKey } from './sample.ts';
import { shareFolders } from './share-folders.ts';
import { planSample, type PlannedRecord } from './world.ts';
import { castVotes } from './cast-votes.ts';
import { asMember, writeRecords, type Written } from './write-records.ts';

/** Puts a sample company into the workspace, all of it or nothing, beside what is there. */
export async function addSample(ctx: Ctx, workspaces: Workspaces, key: SampleKey): Promise<void> {
  requireAdministrator(ctx);
  const company = sampleCompanies[key];
  await withTransaction(asOwner(ctx, workspaces), async (inside) => {
    // Waits for whoever adds or removes one at the same time.
    await bumpWorkspace(inside, workspaces);
    if (await findSample(inside)) throw new AppError('sampleThere');
    const people = await addPeople(inside, company);
    const fields = await addFields(inside, workspaces, company);
    const fresh = await reloaded(inside, workspaces);
    const plan = planSample(company, sampleParts, ctx.now);
    const written = await writeRecords(fresh, plan, {
      members: people.members,
      without: fields.without,
      windows: new Map(sampleParts.map(({ object, windowDays = 1 }) => [object, windowDays])),
    });
    await shareSome(fresh, people, plan, written);
    await shareFolders(fresh, company, people, written);
    await castVotes(fresh, company, people, written);
    const tags = tagsOf(fresh, plan);
    await addTags(fresh.db, fresh.workspace.schema, tags);
    const views = await addViews(fresh, company, people);
    const made = {
      ...people.made,
      saved_view: views,
      custom_field: fields.made,
      tag: tags.map(({ field, name }) => `${field} ${fold(name)}`),
    };
    await inside.tables.insertInto('sample').values({ key, made }).execute();
    await mark(inside, written);
    await recordPeopleChange(inside, 'setting.sample', ctx.workspace.id, 'create', {
      sample: [null, key],
    });
  });
}

/** The same transaction with the members, teams and fields that were just made, as the system. */
async function reloaded(ctx: Ctx, workspaces: Workspaces): Promise<Ctx> {
  const { schema } = ctx.workspace;
  const custom = await loadCustom(ctx.db, schema);
  const directory = await loadDirectory(ctx.db, schema);
  const model = buildModel(workspaces.declarations.objects, custom, ctx.model.version);
  const actor = systemActor('sample', ctx.workspace.settings);
  const access = buildAccess(actor, directory, model);
  const effect = (work: () => void) => ctx.afterCommit(work);
  return withDb({ ...ctx, actor, access, directory, model }, ctx.db, effect);
}

/** A field whose name an administrator took is left out, with its values; one of an earlier sample comes back. */
async function addFields(ctx: Ctx, workspaces: Workspaces, { fields }: SampleCompany) {
  const made: string[] = [];
  const without = new Set<string>();
  for (const { object, field } of fields) {
    const name = `${object}.${field.key}`;
    const rows = await loadCustomRows(ctx.db, ctx.workspace.schema);
    const known = rows.fields.find((row) => row.object === object && row.key === field.key);
    if (!known) await createField(ctx, workspaces, object, field);
    else if (known.archivedAt !== null && known.definition.kind === field.kind)
      await restoreField(ctx, workspaces, object, field.key);
    else {
      without.add(name);
      continue;
    }
    made.push(name);
  }
  return { made, without };
}

/** A colleague's customers that the employee may look at. */
async function shareSome(
  ctx: Ctx,
  { members }: SamplePeople,
  plan: readonly PlannedRecord[],
  { ids }: Written,
): Promise<void> {
  const others = plan.filter(
    ({ object, by, ref }) => object === 'account' && by === 'manager' && ref.startsWith('account '),
  );
  for (const { by, ref } of others.slice(0, 2)) {
    const acting = asMember(ctx, members.get(by) ?? '', ctx.now);
    const grantee = { member: members.get('employee') ?? '' };
    await shareRecord(acting, 'account', ids.get('account')?.get(ref) ?? '', {
      grantee,
      level: 'read',
    });
  }
}

/** Known at once, not only after the commit: the catalogue opens with them. */
function tagsOf({ model }: Ctx, plan: readonly PlannedRecord[]) {
  const tags = new Map<string, { field: string; name: string }>();
  for (const { object, values } of plan)
    for (const { key } of tagFieldsOf(model, object)) {
      const words = values[key];
      for (const name of Array.isArray(words) ? words.map(String) : []) {
        const field = `${object}.${key}`;
        tags.set(`${field} ${fold(name)}`, { field, name });
      }
    }
  return [...tags.values()];
}

function tagFieldsOf(model: Ctx['model'], object: string) {
  const found = model.objects.get(object);
  return found ? tagFields(found) : [];
}

async function addViews(
  ctx: Ctx,
  { views, fields }: SampleCompany,
  { members }: SamplePeople,
): Promise<string[]> {
  const made: string[] = [];
  for (const { by, object, view } of views) {
    // One that needs a field which could not be made would be refused.
    const needed = fields.filter(({ field }) => JSON.stringify(view).includes(`"${field.key}"`));
    const has = needed.every(({ object: of, field }) =>
      ctx.model.objects.get(of)?.fields.has(field.key),
    );
    if (!has) continue;
    const saved = await createView(asMember(ctx, members.get(by) ?? '', ctx.now), object, view);
    made.push(saved.id);
  }
  return made;
}

async function mark(ctx: Ctx, { ids }: Written): Promise<void> {
  const rows = [...ids].flatMap(([object, known]) =>
    [...known.values()].map((id) => ({ id, object })),
  );
  await ctx.tables.insertInto('sample_record').values(rows).execute();
}
