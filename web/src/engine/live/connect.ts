import type { ToWorker } from './live-worker.ts';
import { openStream, type LiveMessage, type Stream } from './stream.ts';

type Hear = (message: LiveMessage) => void;

const name = 'duyen-live';

/**
 * Listens for changes with one stream for all tabs: through a shared worker; where there is none, one of the tabs listens
 * and passes on what it hears.
 */
export function connect(person: string, hear: Hear): Stream {
  return 'SharedWorker' in window ? throughWorker(person, hear) : throughTabs(hear);
}

function throughWorker(person: string, hear: Hear): Stream {
  const worker = new SharedWorker(new URL('./live-worker.ts', import.meta.url), {
    type: 'module',
    name: 'duyen-live',
  });
  const { port } = worker;
  const post = (message: ToWorker) => port.postMessage(message);
  let instead: Stream | undefined;
  // Its file could not be loaded.
  worker.addEventListener('error', () => (instead ??= throughTabs(hear)), { once: true });
  port.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => hear(data));
  port.start();
  const join = () => post({ join: person });
  const leave = () => post('leave');
  join();
  window.addEventListener('pagehide', leave);
  // Back out of the browser's memory of pages left.
  window.addEventListener('pageshow', join);
  return {
    retry() {
      post('retry');
      instead?.retry();
    },
    close() {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', join);
      leave();
      port.close();
      instead?.close();
    },
  };
}

function throughTabs(hear: Hear): Stream {
  // Not on addresses that are not safe; there each tab listens for itself.
  if (!('locks' in navigator)) return openStream(hear);
  const tabs = new BroadcastChannel(name);
  const leaving = new AbortController();
  let stream: Stream | undefined;
  tabs.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => hear(data));
  const lead = async () => {
    stream = openStream((message) => {
      hear(message);
      tabs.postMessage(message);
    });
    await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve));
  };
  // The next tab leads when this one is closed. Leaving before one's turn is no fault.
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => undefined);
  return {
    retry: () => stream?.retry(),
    close() {
      leaving.abort();
      stream?.close();
      tabs.close();
    },
  };
}
