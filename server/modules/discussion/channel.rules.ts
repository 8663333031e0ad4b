import type { RecordOf } from '#shared/define.ts';
import type { Ctx } from '#engine/context.ts';
import { defineRules, type Change, type RuleError } from '#engine/records/rules.ts';
import { channel } from './channel.object.ts';

type Channel = Partial<RecordOf<typeof channel>> & { owner?: string | null };

export const channelRules = defineRules(channel, {
  beforeWrite(ctx, changes) {
    const errors = changes.flatMap((change, index) =>
      wrong(ctx, change).map((error) => ({ ...error, index })),
    );
    for (const change of changes) complete(ctx, change);
    return errors;
  },
});

/** Of two people there is one channel, called after both; each sees the name of the other. */
function complete({ directory }: Ctx, { before, after }: Change<Channel>): void {
  if (
    after.audience === 'members' &&
    !before &&
    after.owner &&
    !after.people?.includes(after.owner)
  )
    after.people = [...(after.people ?? []), after.owner];
  if (after.audience !== 'direct' || before) return;
  const two = (after.people ?? []).toSorted();
  after.pair = two.join(' ');
  after.name = two.map((id) => directory.members.get(id)?.name ?? '?').join(', ');
}

type Found = Omit<RuleError, 'index'>;

function wrong({ actor }: Ctx, { before, after }: Change<Channel>): Found[] {
  const errors: Found[] = [];
  if (after.audience === 'direct' && !before) {
    const two = new Set(after.people);
    // Whoever it belongs to reads it.
    const begins = [after.owner, actor.kind === 'member' ? actor.id : null];
    if (two.size !== 2 || begins.some((id) => id && !two.has(id)))
      errors.push({ path: 'people', code: 'mismatch' });
  }
  if (!before) return errors;
  // Two who spoke among themselves are joined by nobody.
  const direct = before.audience === 'direct' || after.audience === 'direct';
  const moved =
    before.audience !== after.audience ||
    before.owner !== after.owner ||
    !same(before.people, after.people);
  if (direct && moved) errors.push({ path: 'people', code: 'readOnly' });
  return errors;
}

const same = (a: readonly string[] | null | undefined, b: typeof a): boolean =>
  [...(a ?? [])].toSorted().join() === [...(b ?? [])].toSorted().join();
