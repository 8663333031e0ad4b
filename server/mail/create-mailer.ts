import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Mail } from './mail.ts';
import { writeMessage } from './write-message.ts';

export interface Mailer {
  /** Resolves when the server has taken the message, or the file is complete. */
  send(mail: Mail, id?: string): Promise<void>;
  close(): void;
}

export type MailerConfig = Pick<Config, 'smtpUrl' | 'dataDir' | 'publicUrl'>;

/** Over SMTP_URL, or without one into DATA_DIR/outbox, where the person who installs finds it. */
export function createMailer(config: MailerConfig, log: Log): Mailer {
  const from = senderOf(config);
  return config.smtpUrl === undefined
    ? fileMailer(path.join(config.dataDir, 'outbox'), from, log)
    : smtpMailer(config.smtpUrl, from);
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(url);
  return {
    async send(mail, id) {
      await transport.sendMail(compose(mail, from, id));
    },
    close: () => transport.close(),
  };
}

function fileMailer(folder: string, from: string, log: Log): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail, id = randomUUID()) {
      const { headers, ...message } = compose(mail, from, id);
      const { message: bytes } = await transport.sendMail({
        ...message,
        // The body is encoded, and a person with a text editor has to be able to copy the link.
        headers: { ...headers, 'X-Duyen-Link': mail.values['link'] ?? '' },
      });
      const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
      const file = path.join(folder, `${time}-${id}.eml`);
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      // A reader sees the whole mail or none.
      await fs.writeFile(`${file}.partial`, bytes, { mode: 0o600, flag: 'wx' });
      await fs.rename(`${file}.partial`, file);
      log.info({ file }, 'no SMTP_URL is set, so the mail was written to a file');
    },
    close: () => transport.close(),
  };
}

/** Only our own words and one checked address: nothing of a request reaches the library as an object. */
function compose(mail: Mail, from: string, id: string = randomUUID()) {
  const to = z.email().parse(mail.to);
  const { subject, text, html } = writeMessage(mail);
  return {
    from: { name: 'Duyên', address: from },
    to: { name: '', address: to },
    subject,
    text,
    html,
    // The same when a try is repeated, so that a mail server can see it is one message.
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    ...(mail.replyTo !== undefined && { replyTo: z.email().parse(mail.replyTo) }),
    ...(mail.calendar && {
      icalEvent: {
        method: mail.calendar.method,
        filename: 'invite.ics',
        content: mail.calendar.text,
      },
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** `?from=` in SMTP_URL, else its user when that is an address, else a name at the public host. */
function senderOf(config: MailerConfig): string {
  const url = config.smtpUrl === undefined ? undefined : new URL(config.smtpUrl);
  const candidates = [
    url?.searchParams.get('from') ?? '',
    decodeURIComponent(url?.username ?? ''),
    `duyen@${new URL(config.publicUrl ?? 'http://localhost').hostname}`,
  ];
  return (
    candidates.find((address) => z.email().safeParse(address).success) ?? 'duyen@localhost.invalid'
  );
}
