import { inject } from 'vitest';
import { createCompany } from './create-company.ts';
import type { RunningServer } from './start-server.ts';

export const password = 'một câu dài dễ nhớ';

export interface Company {
  name: string;
  /** The administrator. */
  email: string;
  /** Asks the API as the administrator; throws on anything but success. */
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** A company for one file of journeys; with a sample it is full of people. */
export async function openCompany(
  name: string,
  {
    server,
    ...options
  }: {
    sample?: string;
    /** Another program than the one all journeys share, such as one whose clock is moved. */
    server?: RunningServer;
  } = {},
): Promise<Company> {
  const email = `admin-${process.pid}-${Date.now()}@vidu.example`;
  const dataDir = server?.dataDir ?? inject('dataDir');
  const apiKey = await createCompany(dataDir, { name, email, password, ...options });
  const origin = server?.origin ?? inject('origin');
  return {
    name,
    email,
    async api<T>(method: string, place: string, body?: unknown) {
      const answer = await fetch(`${origin}/api/v1/${place}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${place}: ${answer.status} ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
  };
}
