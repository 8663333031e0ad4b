import { forbidden, invalid, notFound } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { withTransaction } from '../../transaction.ts';
import { largestBatch } from '../batch.ts';
import { findObject, scopeOf, tableOf } from '../find-object.ts';
import { isId } from '../get.ts';
import { lockRecords, type Locked } from '../lock.ts';
import { column, columnName } from '../sql.ts';
import { updateRecords } from '../update.ts';
import { followersOf, followingSql, type Follower } from './followers.ts';

export interface HandOver {
  ids: readonly string[];
  owner: string | null;
  /** What goes along, as `countAlong` names it: `contact.account`. */
  along?: readonly string[] | undefined;
}

/** A record that was given away, and whose it was: what taking it back needs. */
export interface Given {
  object: string;
  id: string;
  version: number;
  owner: string | null;
  team: string | null;
  /** The record it went along with; null for those that were given themselves. */
  with: string | null;
}

/** Records written by one statement. */
const piece = 500;

/** Gives records to somebody, with what belongs to them and had the same owner; all or nothing. */
export async function handOver(
  ctx: Ctx,
  objectKey: string,
  { ids, owner, along = [] }: HandOver,
): Promise<Given[]> {
  const object = findObject(ctx, objectKey);
  if (ids.length > largestBatch)
    throw invalid([{ path: 'ids', code: 'tooMany', params: { max: largestBatch } }]);
  const followers = followersOf(ctx, object);
  const unknown = along.findIndex((key) => !followers.some((each) => each.key === key));
  if (unknown !== -1) throw invalid([{ path: `along.${unknown}`, code: 'notAnOption' }]);
  return withTransaction(ctx, async (ctx) => {
    const locked = await lockGivable(ctx, object, ids);
    const chosen = [...locked.keys()];
    // Looked for before anything is given: whose they are together is what tells them.
    const groups = new Map([[objectKey, new Map<string, string | null>()]]);
    for (const id of chosen) groups.get(objectKey)?.set(id, null);
    for (const follower of followers.filter(({ key }) => along.includes(key))) {
      const { key } = follower.object;
      const found = await findFollowing(ctx, object, chosen, follower);
      // A record that was chosen itself, or follows two ways, goes once.
      groups.set(key, new Map([...found, ...(groups.get(key) ?? [])]));
    }
    const given: Given[] = [];
    for (const [key, records] of groups)
      given.push(
        ...(await give(ctx, key, { records, owner, ...(key === objectKey && { locked }) })),
      );
    return given;
  });
}

/** Records that are to be given away, locked: all of them the actor's to change. */
export async function lockGivable(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<Map<string, Locked>> {
  if (!ids.every(isId)) throw notFound();
  const chosen = ids.map((id) => id.toLowerCase());
  const locked = await lockRecords(ctx, object, chosen, 'update');
  if (chosen.some((id) => !locked.has(id))) throw notFound();
  if ([...locked.values()].some(({ allowed }) => !allowed)) throw forbidden();
  return locked;
}

/** The records, and with which of the chosen ones each goes. */
async function findFollowing(
  ctx: Ctx,
  target: ModelObject,
  ids: readonly string[],
  follower: Follower,
): Promise<[string, string][]> {
  const scope = scopeOf(ctx, target);
  const owner = target.fields.get('owner');
  if (!owner) return [];
  const chosen =
    `select t.id, ${column('t', columnName(owner, ''))} as owner from ${tableOf(ctx, target)} t` +
    ` where t.id = any(${scope.params.add(ids, 'uuid[]')})`;
  const rows = await ctx.db.query(
    `with chosen as (${chosen}) select f.id, c.id from ${followingSql(scope, follower)}`,
    scope.params.values,
  );
  return rows.map(([id, owns]) => [String(id), String(owns)]);
}

interface Giving {
  /** And with which of the chosen ones each goes. */
  records: ReadonlyMap<string, string | null>;
  owner: string | null;
  /** Those that were read already. */
  locked?: ReadonlyMap<string, Locked>;
}

async function give(
  ctx: Ctx,
  key: string,
  { records, owner, locked = new Map() }: Giving,
): Promise<Given[]> {
  const given: Given[] = [];
  const ids = [...records.keys()];
  for (let at = 0; at < ids.length; at += piece) {
    const some = ids.slice(at, at + piece);
    const others = some.filter((id) => !locked.has(id));
    const found =
      others.length > 0 ? await lockRecords(ctx, findObject(ctx, key), others, 'update') : locked;
    const patches = some.map((id) => ({ id, values: { owner } }));
    for (const { id, version } of await updateRecords(ctx, key, patches)) {
      const was = (locked.get(id) ?? found.get(id))?.values;
      if (was && was['version'] !== version)
        given.push({
          object: key,
          id,
          version,
          owner: idOf(was['owner']),
          team: idOf(was['team']),
          with: records.get(id) ?? null,
        });
    }
  }
  return given;
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
