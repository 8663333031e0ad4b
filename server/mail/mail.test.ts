import fs from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '#server/testing/silent-log.ts';
import { createMailer } from './create-mailer.ts';
import type { Mail } from './mail.ts';
import { openMail, sealMail } from './seal-mail.ts';
import { templates } from './templates.ts';
import { writeMessage } from './write-message.ts';

const mail: Mail = {
  to: 'ha@x.test',
  language: 'vi',
  template: 'invitation',
  values: {
    name: 'Hà <script>alert(1)</script>',
    inviter: 'An\r\nBcc: v@y.test',
    workspace: 'Công ty {link}',
    link: 'http://crm.test/invitation#token=abc',
  },
};

describe('the words of a mail', () => {
  it('escape names in HTML and let none begin a line', () => {
    const { subject, text: plain, html } = writeMessage(mail);
    expect(html).toContain('Hà &lt;script&gt;');
    expect(html).not.toContain('<script');
    expect(subject).toBe('An Bcc: v@y.test mời bạn vào Công ty {link} trên Duyên');
    expect(plain).toContain('\n\nhttp://crm.test/invitation#token=abc\n\n');
    expect(plain).not.toMatch(/^Bcc:/m);
  });

  it('exist in both languages with the same places', () => {
    for (const { vi, en } of Object.values(templates)) {
      const places = ({
        subject,
        paragraphs,
      }: {
        subject: string;
        paragraphs: readonly string[];
      }) =>
        [...new Set([subject, ...paragraphs].join(' ').match(/\{\w+\}/g))].toSorted((a, b) =>
          a.localeCompare(b),
        );
      expect(places(vi)).toEqual(places(en));
      expect(places(vi)).toContain('{link}');
      const lists = (words: object) => Object.keys('lists' in words ? Object(words.lists) : {});
      expect(lists(vi)).toEqual(lists(en));
    }
  });
});

describe('without SMTP_URL', () => {
  it('the mail is a private file, and the log says where', async () => {
    const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-mail-'));
    const lines: object[] = [];
    const log = { ...silentLog, info: (details: object) => void lines.push(details) };
    const mailer = createMailer(
      { smtpUrl: undefined, dataDir, publicUrl: 'https://crm.test' },
      log,
    );
    await mailer.send(mail);
    const folder = path.join(dataDir, 'outbox');
    const names = await fs.readdir(folder);
    expect(names).toEqual([expect.stringMatching(/^\d{4}-[\w-]+\.eml$/)]);
    const file = path.join(folder, names[0] ?? '');
    expect(lines).toEqual([{ file }]);
    expect((await fs.stat(file)).mode & 0o777).toBe(0o600);
    const raw = await fs.readFile(file, 'utf8');
    expect(raw).toMatch(/^To: ha@x\.test\r?$/m);
    expect(raw).toMatch(/^From: .*<duyen@crm\.test>\r?$/m);
    expect(raw).toMatch(/^\s*(X-Duyen-Link: )?http:\/\/crm\.test\/invitation#token=abc\r?$/m);
    expect(raw).not.toMatch(/^Bcc:/im);
    await fs.rm(dataDir, { recursive: true });
  });

  it.each(['two@x.test, other@y.test', 'x@x.test\r\nBcc: v@y.test', 'An <a@x.test>', ''])(
    'nothing is written to %o',
    async (to) => {
      const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-mail-'));
      const mailer = createMailer({ smtpUrl: undefined, dataDir, publicUrl: undefined }, silentLog);
      await expect(mailer.send({ ...mail, to })).rejects.toThrow(/email/i);
      expect(await fs.readdir(dataDir)).toEqual([]);
      await fs.rm(dataDir, { recursive: true });
    },
  );
});

describe('with SMTP_URL', () => {
  const received: { to: string[]; raw: string }[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) =>
      refusing ? done(Object.assign(new Error('later'), { responseCode: 451 })) : done(),
    onData: (stream, session, done) => {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (raw += chunk));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  let url = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A listening TCP server has an address object.
    const { port } = server.server.address() as AddressInfo;
    url = `smtp://127.0.0.1:${port}?from=crm@company.test`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('the mail goes to the one address, under the id of its job', async () => {
    const mailer = createMailer(
      { smtpUrl: url, dataDir: '/nowhere', publicUrl: undefined },
      silentLog,
    );
    await mailer.send(mail, 'job-7');
    mailer.close();
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['ha@x.test']);
    expect(received[0]?.raw).toContain('Message-ID: <job-7@company.test>');
    expect(received[0]?.raw).not.toMatch(/^(Bcc|X-Duyen-Link):/im);
  });

  it('a server that refuses makes the job fail, so that it is tried again', async () => {
    refusing = true;
    const mailer = createMailer(
      { smtpUrl: url, dataDir: '/nowhere', publicUrl: undefined },
      silentLog,
    );
    await expect(mailer.send(mail, 'job-8')).rejects.toThrow(/451|later/);
    refusing = false;
    await mailer.send(mail, 'job-8');
    mailer.close();
    expect(received.at(-1)?.raw).toContain('Message-ID: <job-8@company.test>');
  });
});

describe('a waiting mail', () => {
  it('is sealed with the key of the installation', () => {
    const secret = 'the secret of an installation, 32+';
    const sealed = sealMail(mail, secret);
    expect(JSON.stringify(sealed)).not.toContain('token');
    expect(openMail(sealed, secret)).toEqual(mail);
    expect(() => openMail(sealed, 'another secret of an installation')).toThrow(/authenticate/);
    const first = sealed.sealed.startsWith('A') ? 'B' : 'A';
    expect(() => openMail({ sealed: first + sealed.sealed.slice(1) }, secret)).toThrow(
      /authenticate/,
    );
  });
});
