import type { ReactionKind } from '#shared/reactions.ts';

export const pictures: Readonly<Record<ReactionKind, string>> = {
  like: '👍',
  love: '❤️',
  laugh: '😄',
  celebrate: '🎉',
  look: '👀',
  done: '✅',
};
