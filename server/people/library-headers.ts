import type { IncomingHttpHeaders } from 'node:http';
import { APIError } from 'better-auth/api';
import { addressHeader } from './auth.ts';

/** What the sign-in library sees of a request: cookies, the browser's name, the address we believe. */
export function libraryHeaders(request: { headers: IncomingHttpHeaders; ip: string }): Headers {
  const headers = new Headers({ [addressHeader]: request.ip });
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
  const agent = request.headers['user-agent'];
  if (agent !== undefined) headers.set('user-agent', agent.slice(0, 300));
  return headers;
}

/** Same, without a session: what a person who signs in is no longer signed in as must not matter. */
export function withoutCookie(headers: Headers, name: string): Headers {
  const cookies = headers.get('cookie')?.split(';') ?? [];
  const rest = cookies.filter((cookie) => cookie.trim().split('=', 1)[0] !== name);
  const result = new Headers(headers);
  result.set('cookie', rest.join(';'));
  return result;
}

/** What the library answers, or the status it refuses with; its other errors are ours to report. */
export async function orStatus<T>(answer: Promise<T>): Promise<T | number> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return error.statusCode;
    throw error;
  }
}
