import { Agent, request, type IncomingMessage } from 'node:http';

export interface Call {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface LoadResult {
  /** Answers per second with a status below 400. */
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  answers: number;
  /** Answers with a status of 400 and above. */
  refused: number;
  /** Of them those of 500 and above. */
  failed: number;
}

export interface LoadOptions {
  connections: number;
  seconds: number;
  /** Not counted: caches, plans and the compiler get warm. */
  warmupSeconds?: number;
  /** At most so many a second over all connections. */
  perSecond?: number;
}

/** Sends calls over kept connections, each the next when the last was answered. */
export async function load(
  origin: string,
  next: (n: number) => Call,
  { connections, seconds, warmupSeconds = 1, perSecond }: LoadOptions,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const started = performance.now();
  const countFrom = started + warmupSeconds * 1000;
  const until = countFrom + seconds * 1000;
  const latencies: number[] = [];
  let [n, refused, failed] = [0, 0, 0];
  const worker = async () => {
    for (let at = performance.now(); at < until; at = performance.now()) {
      const turn = n;
      n += 1;
      if (perSecond) await waitUntil(started + (turn / perSecond) * 1000);
      const sent = performance.now();
      const status = await send(agent, origin, next(turn));
      const done = performance.now();
      if (sent < countFrom) continue;
      latencies.push(done - sent);
      if (status >= 400) refused += 1;
      if (status >= 500) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  const took = (performance.now() - countFrom) / 1000;
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: (latencies.length - refused) / took,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    answers: latencies.length,
    refused,
    failed,
  };
}

const waitUntil = (moment: number): Promise<void> => {
  const rest = moment - performance.now();
  return rest <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, rest));
};

export function send(agent: Agent, origin: string, call: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string | number> = { ...call.headers };
    if (call.body !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(call.body);
    }
    const sent = request(
      `${origin}${call.path}`,
      { agent, method: call.method, headers },
      (answer: IncomingMessage) => {
        answer.on('data', () => {});
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(call.body);
  });
}
