import { openStream, type LiveMessage, type Stream } from './stream.ts';

/** One stream of changes for all tabs of a browser. */
const ports = new Set<MessagePort>();
let stream: Stream | undefined;
let person = '';
let state: 'open' | 'lost' | undefined;
/** Who is there, for tabs that come later. */
let present: string | undefined;

function tellAll(message: LiveMessage): void {
  if ('state' in message) ({ state } = message);
  if ('signal' in message && message.signal.startsWith('{"present"')) present = message.signal;
  for (const port of ports) port.postMessage(message);
}

/** Whoever signs in after another needs a stream of their own rights; every further tab shares it. */
function join(port: MessagePort, who: string): void {
  ports.add(port);
  if (stream && who === person) {
    if (state !== undefined) port.postMessage({ state } satisfies LiveMessage);
    if (present !== undefined) port.postMessage({ signal: present } satisfies LiveMessage);
    return;
  }
  stream?.close();
  person = who;
  state = undefined;
  present = undefined;
  stream = openStream(tellAll);
}

function leave(port: MessagePort): void {
  ports.delete(port);
  if (ports.size > 0) return;
  stream?.close();
  stream = undefined;
}

export type ToWorker = { join: string } | 'leave' | 'retry';

// The world of a shared worker, which TypeScript has only without that of pages.
addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data === 'leave') leave(port);
    else if (data === 'retry') stream?.retry();
    else join(port, data.join);
  });
  port.start();
});
