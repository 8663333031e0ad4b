import { formatDate } from '#shared/locale/date.ts';
import type { Notice } from '#shared/notices.ts';
import type { Ctx } from '#engine/context.ts';
import { listNotices } from '#engine/notices/list-notices.ts';
import type { Mail, MailLine } from '../mail/mail.ts';
import { planOf } from './plan-of-day.ts';
import { speak } from './speak.ts';

const mostLines = 15;

/** The morning of the member whose context this is; undefined when there is nothing to tell. */
export async function digestMail(
  ctx: Ctx,
  day: Temporal.PlainDate,
  publicUrl: string,
): Promise<Mail | undefined> {
  const { actor, directory } = ctx;
  const member = actor.kind === 'member' ? directory.members.get(actor.id) : undefined;
  if (!member) return undefined;
  const yesterday = startOf(day.subtract({ days: 1 }), actor.timeZone);
  const { items: forgotten } = await listNotices(ctx, { kind: 'forgotten', limit: mostLines });
  const { items: unread } = await listNotices(ctx, { unread: true, limit: 100 });
  const told = unread.filter(({ kind }) => kind !== 'forgotten' && kind !== 'reminder');
  const lists = {
    plan: (await planOf(ctx, day, mostLines)).map(({ text, path }) => ({
      text,
      link: `${publicUrl}${path}`,
    })),
    forgotten: forgotten
      .filter(({ at }) => Date.parse(at) >= yesterday)
      .map((notice) => lineOf(ctx, notice, publicUrl)),
    unread: told.slice(0, mostLines).map((notice) => lineOf(ctx, notice, publicUrl)),
  };
  if (Object.values(lists).every((lines) => lines.length === 0)) return undefined;
  return {
    to: member.email,
    language: actor.language,
    template: 'digest',
    values: {
      name: member.name,
      day: formatDate(day.toString()),
      link: `${publicUrl}/`,
      settings: `${publicUrl}/settings/notifications`,
    },
    lists,
  };
}

const startOf = (day: Temporal.PlainDate, timeZone: string): number =>
  day.toZonedDateTime(timeZone).epochMilliseconds;

function lineOf(ctx: Ctx, notice: Notice, publicUrl: string): MailLine {
  const { sentence, title, path } = speak(ctx, notice);
  const text = [title, sentence].filter((part) => part !== '').join(': ');
  return { text, link: `${publicUrl}${path}` };
}
