import type { RecordOf } from '#shared/define.ts';
import { defineRules, type Change } from '#engine/records/rules.ts';
import { checkPace } from './check-pace.ts';
import { checkReplies } from './check-replies.ts';
import { message } from './message.object.ts';
import { shorten, wrongSaid } from './said.ts';
import { tellOther } from './tell-other.ts';

export type Message = Partial<RecordOf<typeof message>>;

export const messageRules = defineRules(message, {
  async beforeWrite(ctx, changes) {
    // Many at once are a file that is taken in.
    if (changes.length === 1 && !changes[0]?.before) await checkPace(ctx, 'message');
    shorten(ctx, changes);
    return [
      ...wrongSaid(ctx, changes, stays),
      ...(await checkReplies(ctx, { object: 'message', in: 'channel' }, changes)),
    ];
  },
  async afterWrite(ctx, changes) {
    await tellOther(
      ctx,
      changes.filter(({ before }) => !before),
    );
  },
});

const stays = ({ before, after }: Change<Message>): boolean => before?.channel === after.channel;
