import type { RecordOf } from '#shared/define.ts';
import type { Ctx } from '#engine/context.ts';
import { defineRules, type Change, type RuleError } from '#engine/records/rules.ts';
import { channel } from './channel.object.ts';

type Channel = Partial<RecordOf<typeof channel>> & { owner?: string | null };

export const channelRules = defineRules(channel, {
  beforeWrite(ctx, changes) {
    const errors = changes.flatMap((change, index) =>
      wrong(change).map((error) => ({ ...error, index })),
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

function wrong({ before, after }: Change<Channel>): Found[] {
  const errors: Found[] = [];
  if (after.audience === 'direct' && !before && new Set(after.people).size !== 2)
    errors.push({ path: 'people', code: 'mismatch' });
  if (!before) return errors;
  // Two who spoke among themselves are joined by nobody.
  const direct = before.audience === 'direct' || after.audience === 'direct';
  const moved = before.audience !== after.audience || !same(before.people, after.people);
  if (direct && moved) errors.push({ path: 'people', code: 'readOnly' });
  return errors;
}

const same = (a: readonly string[] | null | undefined, b: typeof a): boolean =>
  [...(a ?? [])].toSorted().join() === [...(b ?? [])].toSorted().join();
