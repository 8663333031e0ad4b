import { Problem } from '#web/api/problem.ts';
import { carriedHeaders } from '#web/api/request.ts';

interface Sending {
  form: FormData;
  /** The same key again is the same request, however often the network broke. */
  once: string;
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (part: number) => void;
}

/** Sends a form with files; fetch cannot tell how far an upload has come. */
export const sendFile = <T>(path: string, sending: Sending): Promise<T> =>
  new Promise((resolve, reject) => {
    const { form, once, signal, onProgress } = sending;
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of carriedHeaders()) request.setRequestHeader(name, value);
    request.setRequestHeader('idempotency-key', once);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      const answer = readJson(request.responseText);
      // What the caller asked this address for.
      if (request.status >= 200 && request.status < 300) resolve(answer as T);
      else reject(new Problem(request.status, { ...(answer ?? { code: codeOf(request.status) }) }));
    });
    request.addEventListener('error', () => reject(new Problem(0, { code: 'offline' })));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });

function readJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A gateway between may refuse a large file with a page of its own. */
const codeOf = (status: number): string => (status === 413 ? 'tooLarge' : 'unavailable');
