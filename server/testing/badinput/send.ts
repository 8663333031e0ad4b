import http from 'node:http';

export interface Sending {
  method?: string;
  /** As it goes over the wire: nothing is tidied. */
  path: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
  /** Ask for nothing but the headers and this much of the answer's body. */
  signal?: AbortSignal;
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
  /** `undefined` when the answer is no JSON. */
  json: unknown;
  ms: number;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** One request, with whatever path and headers a stranger could send. */
export function send(origin: string, sending: Sending): Promise<Answer> {
  const { method = 'GET', path, headers = {}, body, signal } = sending;
  const { hostname, port } = new URL(origin);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request({
      hostname,
      port,
      method,
      path,
      agent,
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      ...(signal && { signal }),
    });
    let answered = false;
    request.on('response', (response) => {
      answered = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text,
          json: /json/.test(response.headers['content-type'] ?? '') ? parsed(text) : undefined,
          ms: performance.now() - started,
        });
      });
    });
    // A server that has answered need not read the rest of what is being sent.
    request.on('error', (error) => answered || reject(error));
    request.end(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A member of an answer, `items.0.id`; undefined when it is not there. */
export function member(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined,
      value,
    );
}

export const textMember = (value: unknown, path: string): string => {
  const found = member(value, path);
  if (typeof found !== 'string') throw new Error(`no ${path} in ${JSON.stringify(value)}`);
  return found;
};
