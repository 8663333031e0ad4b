import net from 'node:net';
import type { Send } from '../outcome.ts';
import { member } from '../send.ts';
import type { World } from '../world.ts';

interface Heard {
  text: string;
  closed: boolean;
  ms: number;
}

/** Writes bytes to a connection of its own, and listens until it is closed or `withinMs` is over. */
function talk(
  { server }: World,
  write: (socket: net.Socket) => void,
  withinMs: number,
): Promise<Heard> {
  const started = performance.now();
  return new Promise((resolve) => {
    const { hostname, port } = new URL(server.origin);
    let text = '';
    let quiet: NodeJS.Timeout | undefined;
    const socket = net.connect(Number(port), hostname);
    const end = (closed: boolean) => {
      clearTimeout(timer);
      clearTimeout(quiet);
      socket.destroy();
      resolve({ text, closed, ms: performance.now() - started });
    };
    const timer = setTimeout(() => end(false), withinMs);
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      // An answer, and no second one: enough was heard.
      clearTimeout(quiet);
      quiet = setTimeout(() => end(false), 300);
    });
    socket.on('connect', () => write(socket));
    socket.on('close', () => end(true));
    // A server that has had enough resets the connection.
    socket.on('error', () => undefined);
  });
}

const statusesIn = (text: string): number[] =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

export const sendBytes: Send = async (world, payload) => {
  const bytes = String(member(payload, 'raw'));
  const heard = await talk(world, (socket) => socket.write(bytes), 3000);
  const statuses = statusesIn(heard.text);
  return {
    answers: [],
    status: statuses[0] ?? 0,
    checks: {
      connection_closed_or_ok: async () =>
        statuses.length === 1 ? undefined : `${statuses.length} answers`,
    },
  };
};

/** A request may take half a minute to arrive; who drips longer is cut soon after. */
const longestDrip = 40_000;

/** Ways to keep a server waiting, or to make it unpack more than it was sent. */
export const misbehave: Send = async (world, payload) => {
  const { server, people, generator, canary } = world;
  const bomb = member(payload, 'compressionBomb');
  const head = [
    'POST /api/v1/contacts HTTP/1.1',
    `Host: ${new URL(server.origin).host}`,
    `Authorization: Bearer ${people.sales1.key}`,
    'Content-Type: application/json',
  ];
  if (bomb !== undefined) {
    const body = generator.gen({ ...Object(bomb), kind: 'gzip-bomb' }, { canary: canary.port });
    const lines = [
      ...head,
      'Content-Encoding: gzip',
      `Content-Length: ${body.length}`,
      'Connection: close',
    ];
    const heard = await talk(
      world,
      (socket) => {
        socket.write(`${lines.join('\r\n')}\r\n\r\n`);
        socket.write(body);
      },
      10_000,
    );
    return { answers: [], status: statusesIn(heard.text)[0] ?? 0 };
  }
  const slow = member(payload, 'slowloris') !== undefined;
  let drip: NodeJS.Timeout | undefined;
  const heard = await talk(
    world,
    (socket) => {
      socket.write(
        slow
          ? 'GET /healthz HTTP/1.1\r\n'
          : `${head.join('\r\n')}\r\nContent-Length: 1000000\r\n\r\n`,
      );
      let n = 0;
      drip = setInterval(() => socket.write(slow ? `X-${(n += 1)}: a\r\n` : '          '), 1000);
    },
    75_000,
  );
  clearInterval(drip);
  if (heard.ms > longestDrip) throw new Error(`cut after ${Math.round(heard.ms)} ms`);
  return { answers: [], status: statusesIn(heard.text)[0] ?? 0 };
};
