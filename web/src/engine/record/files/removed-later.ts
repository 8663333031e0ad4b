import { useSyncExternalStore } from 'react';
import { send } from '#web/api/request.ts';

interface Waiting {
  timer: ReturnType<typeof setTimeout>;
  path: string;
}

/** As long as the notice that takes it back is shown. */
const patienceMs = 6_500;
const waiting = new Map<string, Waiting>();
const watchers = new Set<() => void>();
let removed: readonly string[] = [];

function tell(): void {
  removed = [...waiting.keys()];
  for (const watcher of watchers) watcher();
}

/**
 * Takes a file off only when nobody has taken that back: a file that is off cannot be put on again. Leaving the
 * application does at once what was waiting.
 */
export function removeLater(
  id: string,
  path: string,
  { onDone, onFailed }: { onDone(): void; onFailed(error: unknown): void },
): void {
  const timer = setTimeout(() => {
    // Hidden until the list that comes back has it no more.
    void send('DELETE', path)
      .catch(onFailed)
      .finally(() => {
        waiting.delete(id);
        onDone();
        tell();
      });
  }, patienceMs);
  waiting.set(id, { timer, path });
  tell();
}

export function keepAfterAll(id: string): void {
  clearTimeout(waiting.get(id)?.timer);
  waiting.delete(id);
  tell();
}

/** Files that are gone from the screen and not yet from the record. */
export const useRemoved = (): readonly string[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => removed,
  );

window.addEventListener('pagehide', () => {
  for (const { timer, path } of waiting.values()) {
    clearTimeout(timer);
    void fetch(path, { method: 'DELETE', credentials: 'same-origin', keepalive: true });
  }
  waiting.clear();
});
