import type { Ctx } from '#engine/context.ts';
import type { Follower } from '#engine/records/hand-over/followers.ts';
import type { Given } from '#engine/records/hand-over/hand-over.ts';
import { list } from '#engine/records/index.ts';
import { idOf } from './find-stalled.ts';

/** A record that went along with a customer. */
export interface Belonging {
  account: string;
  object: string;
  id: string;
}

const atOnce = 200;

/** Which customer each of the records belongs to. */
export async function belongingTo(
  ctx: Ctx,
  followers: readonly Follower[],
  records: readonly Given[],
): Promise<Belonging[]> {
  const found: Belonging[] = [];
  for (const [object, given] of Map.groupBy(records, (each) => each.object)) {
    const keys = followers
      .filter((follower) => follower.object.key === object)
      .map(({ relation }) => relation.key);
    for (let at = 0; at < given.length; at += atOnce) {
      const value = given.slice(at, at + atOnce).map(({ id }) => id);
      const where = { field: 'id', op: 'in', value };
      for (const item of (await list(ctx, object, { where, fields: keys, limit: atOnce })).items) {
        const account = keys.map((key) => idOf(item[key])).find((id) => id !== null);
        if (account) found.push({ account, object, id: item.id });
      }
    }
  }
  return found;
}
