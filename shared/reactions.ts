/** What people can say of a record without words, in the order in which they are offered. */
export const reactionKinds = ['like', 'love', 'laugh', 'celebrate', 'look', 'done'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** One kind of a record, as the API tells it. */
export interface Reactions {
  kind: ReactionKind;
  count: number;
  /** Whether the one who asks is among them. */
  mine: boolean;
  /** The first of them, by name. */
  names: string[];
}
