import { inject } from 'vitest';
import { createCompany } from './create-company.ts';

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
  options: { sample?: string } = {},
): Promise<Company> {
  const email = `admin-${process.pid}-${Date.now()}@vidu.example`;
  const apiKey = await createCompany(inject('dataDir'), { name, email, password, ...options });
  const origin = inject('origin');
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
