import type { Send } from '../outcome.ts';
import { isTextRecord } from './headers.ts';
import { member } from '../send.ts';
import { fill } from './fill.ts';

/** Asks for a link to a new password, and looks at what was mailed to whom. */
export const forgotPassword: Send = async (world, packed) => {
  const payload = fill(world, packed);
  const given = member(payload, 'headers');
  const headers = isTextRecord(given) ? given : {};
  const before = world.mail.mails.length;
  const answer = await world.send({
    method: 'POST',
    path: '/api/auth/forgot-password',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(member(payload, 'body') ?? payload),
  });
  const { email } = world.people.viewer;
  return {
    answers: [answer],
    checks: {
      'mail_link_host=configured': async () => {
        if (answer.status >= 400) return undefined;
        const { text } = await world.mail.next(email, before);
        const links = text.match(/https?:\/\/[^\s"'<>]+/g) ?? [];
        const wrong = links.find((link) => new URL(link).origin !== world.server.origin);
        if (links.length === 0) return 'the mail has no link';
        return wrong === undefined ? undefined : `the mail leads to ${wrong}`;
      },
      mail_only_to_account: async () => {
        // A request that surely sends one comes after, and with it what came before has been sent.
        const probe = world.people.blind.email;
        await world.ask(null, 'POST', '/api/auth/forgot-password', { email: probe });
        await world.mail.next(probe, before);
        await world.jobsDone();
        const strangers = world.mail.mails
          .slice(before)
          .flatMap(({ recipients }) => recipients)
          .filter((each) => each !== email && each !== probe);
        return strangers.length === 0 ? undefined : `mailed to ${strangers.join(', ')}`;
      },
    },
  };
};
