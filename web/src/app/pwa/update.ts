import { useSyncExternalStore } from 'react';

/** Asked this often, as well as with every page that is opened. */
const askEveryMs = 60 * 60_000;

let isNewThere = false;
let waiting: ServiceWorker | undefined;
const watchers = new Set<() => void>();

function tell(worker?: ServiceWorker): void {
  isNewThere = true;
  waiting = worker;
  for (const watcher of watchers) watcher();
}

/** A newer version of the screens is here and waits for a reload. */
export const useUpdate = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => isNewThere,
  );

/** Lets the newer version take over. What is being typed is a draft and comes back. */
export function takeUpdate(): void {
  if (!waiting) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  waiting.postMessage('take over');
}

/** Puts the service worker in its place and watches for newer ones. Browsers allow it on safe addresses only. */
export async function registerServiceWorker(): Promise<void> {
  // A part of the page that is gone from a server that is there: there is a newer build.
  window.addEventListener('vite:preloadError', () => {
    if (navigator.onLine) tell(waiting);
  });
  if (!('serviceWorker' in navigator)) return;
  await loaded();
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (!registration) return;
  watch(registration);
  setInterval(() => void registration.update().catch(() => undefined), askEveryMs);
}

function watch(registration: ServiceWorkerRegistration): void {
  const isFirst = () => navigator.serviceWorker.controller === null;
  if (registration.waiting && !isFirst()) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && !isFirst()) tell(worker);
    });
  });
}

/** What the page itself needs comes first. */
const loaded = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
