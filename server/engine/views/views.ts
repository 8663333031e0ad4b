import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { forbidden, invalid, notFound, stale } from '#shared/errors.ts';
import type { Label } from '#shared/define.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { saidLayout } from '#shared/effective-layout.ts';
import { findObject } from '../records/find-object.ts';
import { isId } from '../records/get.ts';
import { withTransaction } from '../transaction.ts';
import { builtInViews } from './built-in-views.ts';
import { checkDefinition, type ViewDefinition } from './definition.ts';
import { presentDefinition } from './present-definition.ts';

export const audiences = ['mine', 'team', 'everyone'] as const;
export type Audience = (typeof audiences)[number];

export interface View {
  /** Of a saved view its id, of a built-in one `key` of its declaration. */
  id: string;
  object: string;
  name: string | Label;
  builtIn: boolean;
  audience: Audience;
  owner: { id: string; title: string | null } | null;
  teamId: string | null;
  definition: ViewDefinition;
  /** False when the reader may not see a field that the view filters by. */
  complete: boolean;
  position: number;
  /** Lists of the reader open with it: their role's layout says so. */
  isDefault: boolean;
  version: number;
  /** The reader may change or remove it. */
  writable: boolean;
}

export interface ViewInput {
  name: string;
  audience: Audience;
  /** One of the owner's teams, for the audience `team`; their own team when absent. */
  teamId?: string | undefined;
  definition: ViewDefinition;
  position?: number | undefined;
}

const mostViews = 500;

/** Built-in views first, then those saved for everyone, for the actor's teams, and by the actor. */
export async function listViews(ctx: Ctx, objectKey?: string): Promise<View[]> {
  const objects =
    objectKey === undefined ? [...ctx.model.objects.values()] : [findObject(ctx, objectKey)];
  const rows = await visibleRows(ctx)
    .where(
      'object',
      'in',
      objects.map(({ key }) => key),
    )
    .orderBy(sql`array_position(array['everyone', 'team', 'mine'], audience)`)
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(mostViews)
    .execute();
  return objects.flatMap((object) => [
    ...builtIn(ctx, object),
    ...rows.filter((row) => row.object === object.key).map((row) => present(ctx, object, row)),
  ]);
}

export async function getView(ctx: Ctx, id: string): Promise<View> {
  const row = await findRow(ctx, id);
  return present(ctx, findObject(ctx, row.object), row);
}

export function createView(ctx: Ctx, objectKey: string, input: ViewInput): Promise<View> {
  return withTransaction(ctx, async (ctx) => {
    if (ctx.actor.kind !== 'member') throw forbidden();
    const object = findObject(ctx, objectKey);
    checkDefinition(ctx, object, input.definition);
    const audience = checkAudience(ctx, input);
    const id = newId();
    await ctx.tables
      .insertInto('saved_view')
      .values({
        id,
        object: object.key,
        name: input.name,
        ...audience,
        owner_id: ctx.actor.id,
        definition: input.definition,
        position: input.position ?? 0,
      })
      .execute();
    return getView(ctx, id);
  });
}

/** Changes a view from the version that was seen. */
export function updateView(
  ctx: Ctx,
  id: string,
  version: number | undefined,
  changes: { [K in keyof ViewInput]?: ViewInput[K] | undefined },
): Promise<View> {
  return withTransaction(ctx, async (ctx) => {
    const row = await findRow(ctx, id, true);
    if (!mayWrite(ctx, row)) throw forbidden();
    const object = findObject(ctx, row.object);
    if (version !== undefined && version !== row.version) throw stale(present(ctx, object, row));
    if (changes.definition) checkDefinition(ctx, object, changes.definition);
    const audience = checkAudience(
      ctx,
      {
        audience: changes.audience ?? audienceOf(row.audience),
        teamId: changes.teamId ?? (changes.audience ? undefined : (row.team_id ?? undefined)),
      },
      row,
    );
    await ctx.tables
      .updateTable('saved_view')
      .set({
        ...(changes.name !== undefined && { name: changes.name }),
        ...(changes.definition && { definition: changes.definition }),
        ...(changes.position !== undefined && { position: changes.position }),
        ...audience,
        version: row.version + 1,
        updated_at: ctx.now.toISOString(),
      })
      .where('id', '=', row.id)
      .execute();
    return getView(ctx, row.id);
  });
}

export async function removeView(ctx: Ctx, id: string): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const row = await findRow(ctx, id, true);
    if (!mayWrite(ctx, row)) throw forbidden();
    await ctx.tables.deleteFrom('saved_view').where('id', '=', row.id).execute();
  });
}

type Row = Awaited<ReturnType<typeof findRow>>;

/** Views of the actor, of everyone, and of teams the actor belongs to or that are below theirs. */
function visibleRows({ tables, actor, access }: Ctx) {
  const query = tables.selectFrom('saved_view').selectAll();
  if (actor.kind === 'system') return query;
  return query.where((eb) =>
    eb.or([
      eb('owner_id', '=', actor.id),
      eb('audience', '=', 'everyone'),
      ...(access.administrator ? [eb('audience', '=', 'team')] : []),
      ...(actor.teamIdsBelow.length > 0
        ? [eb.and([eb('audience', '=', 'team'), eb('team_id', 'in', actor.teamIdsBelow)])]
        : []),
    ]),
  );
}

async function findRow(ctx: Ctx, id: string, lock = false) {
  if (!isId(id)) throw notFound();
  const row = await visibleRows(ctx)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row || !ctx.model.objects.has(row.object)) throw notFound();
  return row;
}

/** One's own; and what is shown to others also by administrators. */
const mayWrite = ({ actor, access }: Ctx, row: Pick<Row, 'owner_id' | 'audience'>): boolean =>
  actor.kind === 'system' ||
  (row.audience === 'everyone' ? access.administrator : actor.id === row.owner_id) ||
  (row.audience === 'team' && access.administrator);

function checkAudience(
  ctx: Ctx,
  { audience, teamId }: Pick<ViewInput, 'audience' | 'teamId'>,
  before?: Row,
) {
  if (audience === 'everyone' && !ctx.access.administrator) throw forbidden();
  return { audience, team_id: audience === 'team' ? teamOf(ctx, teamId, before) : null };
}

function teamOf(ctx: Ctx, teamId: string | undefined, before?: Row): string {
  const { actor, directory, access } = ctx;
  const own = actor.kind === 'member' ? actor.teamIds : [];
  const team = teamId ?? own[0];
  if (team === undefined) throw invalid([{ path: 'teamId', code: 'required' }]);
  const reaches =
    access.administrator ||
    team === before?.team_id ||
    (actor.kind === 'member' && actor.teamIdsBelow.includes(team));
  if (!directory.teams.has(team) || !reaches) throw invalid([{ path: 'teamId', code: 'notFound' }]);
  return team;
}

const audienceOf = (text: string): Audience =>
  text === 'everyone' || text === 'team' ? text : 'mine';

function present(ctx: Ctx, object: ModelObject, row: Row): View {
  // Written by createView and updateView only, which take a checked definition.
  const saved = row.definition as ViewDefinition;
  return {
    id: row.id,
    object: row.object,
    name: row.name,
    builtIn: false,
    audience: audienceOf(row.audience),
    owner: { id: row.owner_id, title: ctx.directory.members.get(row.owner_id)?.name ?? null },
    teamId: row.team_id,
    ...presentDefinition(ctx, object, saved),
    position: row.position,
    isDefault: row.audience === 'everyone' && isDefault(ctx, object, row.id),
    version: row.version,
    writable: mayWrite(ctx, row),
  };
}

const isDefault = ({ actor }: Ctx, object: ModelObject, id: string): boolean =>
  actor.kind === 'member' &&
  (saidLayout(object, actor.roleId).defaultView ?? object.opensWith) === id;

const builtIn = (ctx: Ctx, object: ModelObject): View[] =>
  builtInViews(ctx, object).map(({ key, label, position, definition }) => ({
    id: key,
    object: object.key,
    name: label,
    builtIn: true,
    audience: 'everyone',
    owner: null,
    teamId: null,
    definition,
    complete: true,
    position,
    isDefault: isDefault(ctx, object, key),
    version: 1,
    writable: false,
  }));
