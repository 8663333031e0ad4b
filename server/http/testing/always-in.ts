import type { Presence } from '#server/people/presence.ts';

/** For tests of streams in which nobody leaves. */
export const alwaysIn: Presence = { isIn: async () => true, watch: () => () => undefined };
