import {
  IconCircleCheck,
  IconConfetti,
  IconEye,
  IconHeart,
  IconMoodSmile,
  IconThumbUp,
  type Icon,
} from '@tabler/icons-react';
import type { ReactionKind } from '#shared/reactions.ts';

/** Drawn like every other sign: letters for faces look different, or like nothing, from one machine to the next. */
export const pictures: Readonly<Record<ReactionKind, Icon>> = {
  like: IconThumbUp,
  love: IconHeart,
  laugh: IconMoodSmile,
  celebrate: IconConfetti,
  look: IconEye,
  done: IconCircleCheck,
};
