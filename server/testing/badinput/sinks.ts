import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readMail } from '#server/people/testing/test-people.ts';
import { eventually } from '../eventually.ts';

export interface SunkMail {
  recipients: string[];
  subject: string;
  text: string;
  raw: string;
}

export interface MailSink {
  port: number;
  mails: SunkMail[];
  /** The next mail to the address after the first `from` ones. */
  next(address: string, from: number): Promise<SunkMail>;
  close(): Promise<void>;
}

/** Takes every mail and keeps it. */
export async function openMailSink(): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const { subject, text } = readMail(raw);
        mails.push({
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          subject,
          text,
          raw,
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: portOf(server.server),
    mails,
    next: (address, from) =>
      eventually(async () =>
        mails.slice(from).find(({ recipients }) => recipients.includes(address)),
      ),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export interface Canary {
  port: number;
  hits: () => number;
  close: () => Promise<void>;
}

/** Nobody has a reason to connect to it. */
export async function openCanary(): Promise<Canary> {
  let hits = 0;
  const server = net.createServer((socket) => {
    hits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: portOf(server),
    hits: () => hits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const { port, close } = await openCanary();
  await close();
  return port;
}

// Listening on TCP, so the address is an object.
const portOf = (server: net.Server): number => (server.address() as AddressInfo).port;
