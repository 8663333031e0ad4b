import type { Notice } from '#shared/notices.ts';
import type { Ctx } from '#engine/context.ts';
import type { Mail } from '../mail/mail.ts';
import { speak } from './speak.ts';

/** A notice as a mail to the member whose context this is. */
export function noticeMail(ctx: Ctx, notice: Notice, publicUrl: string): Mail | undefined {
  const { actor, directory } = ctx;
  const member = actor.kind === 'member' ? directory.members.get(actor.id) : undefined;
  if (!member) return undefined;
  const { sentence, title, path } = speak(ctx, notice);
  return {
    to: member.email,
    language: actor.language,
    template: 'notice',
    values: {
      name: member.name,
      sentence,
      about: title === '' ? '' : `: ${title}`,
      link: `${publicUrl}${path}`,
      settings: `${publicUrl}/settings/notifications`,
    },
  };
}
