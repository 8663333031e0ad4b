import { Problem } from './problem.ts';

interface Options {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Sent as JSON, unless it is a form or a file. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Makes a POST that is sent again be done once. */
  once?: string;
}

export interface Answer<T> {
  body: T;
  headers: Headers;
}

/** What every request carries: the language before sign-in, the previewed member, the newest model seen. */
const carried = new Map<string, string>();
export function carry(header: string, value: string | undefined): void {
  if (value === undefined) carried.delete(header);
  else carried.set(header, value);
}

/** For requests that are not made by `ask`: uploads with progress, downloads that are read as they come. */
export const carriedHeaders = (): [string, string][] => [...carried];

const watchers = new Set<(version: number) => void>();
/** Calls back with the model version of every answer. */
export function watchModelVersion(watcher: (version: number) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Asks the server; rejects with a Problem for everything that is not a success. */
export async function ask<T>(path: string, options: Options = {}): Promise<Answer<T>> {
  const { method = 'GET', body, signal, once } = options;
  const isRaw = body instanceof FormData || body instanceof Blob;
  const headers = new Headers([...carried, ...Object.entries(options.headers ?? {})]);
  if (body !== undefined && !isRaw) headers.set('content-type', 'application/json');
  if (once !== undefined) headers.set('idempotency-key', once);
  const response = await fetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Problem(0, { code: 'offline' });
  });
  const version = Number(response.headers.get('model-version'));
  if (version > 0) for (const watcher of watchers) watcher(version);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const answer: unknown = isJson ? await response.json() : undefined;
  if (!response.ok) throw problemOf(response, answer);
  return { body: answer as T, headers: response.headers };
}

const problemOf = ({ status }: Response, answer: unknown): Problem =>
  new Problem(status, typeof answer === 'object' && answer !== null ? { ...answer } : {});

export const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await ask<T>(path, { signal })).body;

export const send = async <T>(
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  options: Pick<Options, 'headers' | 'signal' | 'once'> = {},
): Promise<T> => (await ask<T>(path, { ...options, method, body })).body;

/** `/api/v1/accounts?limit=50`; members that are undefined are left out, objects go as JSON. */
export function address(path: string, query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const text = search.toString();
  return `/api/v1/${path}${text && `?${text}`}`;
}
