import { reactionKinds, type ReactionKind, type Reactions } from '#shared/reactions.ts';

/** As it will be once one has reacted, or taken it back. */
export function toggled(
  reactions: readonly Reactions[],
  kind: ReactionKind,
  myName: string,
): Reactions[] {
  const known = reactions.find((each) => each.kind === kind);
  const names = (known?.names ?? []).filter((name) => name !== myName);
  const changed: Reactions = known?.mine
    ? { kind, mine: false, count: known.count - 1, names }
    : { kind, mine: true, count: (known?.count ?? 0) + 1, names: [...names, myName] };
  return reactionKinds.flatMap((each) => {
    const one = each === kind ? changed : reactions.find((other) => other.kind === each);
    return one && one.count > 0 ? [one] : [];
  });
}
