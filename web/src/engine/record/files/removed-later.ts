import { send } from '#web/api/request.ts';

interface Waiting {
  timer: ReturnType<typeof setTimeout>;
  path: string;
}

/** As long as the notice that takes it back is shown. */
const patienceMs = 6_500;
const waiting = new Map<string, Waiting>();

/**
 * Takes a file off only when nobody has taken that back: a file that is off cannot be put on again. Leaving the
 * application does at once what was waiting.
 */
export function removeLater(id: string, path: string, onFailed: (error: unknown) => void): void {
  const timer = setTimeout(() => {
    waiting.delete(id);
    send('DELETE', path).catch(onFailed);
  }, patienceMs);
  waiting.set(id, { timer, path });
}

export function keepAfterAll(id: string): void {
  clearTimeout(waiting.get(id)?.timer);
  waiting.delete(id);
}

export const isRemoved = (id: string): boolean => waiting.has(id);

window.addEventListener('pagehide', () => {
  for (const { timer, path } of waiting.values()) {
    clearTimeout(timer);
    void fetch(path, { method: 'DELETE', credentials: 'same-origin', keepalive: true });
  }
  waiting.clear();
});
