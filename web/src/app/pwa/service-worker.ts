/**
 * Served as /sw.js, built apart from the pages. It keeps the frame of the application and the two pages people need most,
 * so that they open without a network; what they show is kept by keep-reads.ts.
 */
import { readPush, type PushedNotice } from './pushed-notice.ts';
import type {} from './service-worker-scope.d.ts';

/** Written by web/precache.plugin.ts: the files of this build that the frame, lists and records need. */
declare const __PRECACHE__: readonly string[];
declare const self: ServiceWorkerScope;

const needed = __PRECACHE__;
const files = 'duyen-files';
const page = '/';
/** On a line that is there but brings nothing, the kept page is better than waiting. */
const patienceMs = 4000;

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && !pathname.startsWith('/api/'))
    event.respondWith(openPage(event));
  else if (/^\/(?:assets|icons)\//.test(pathname)) event.respondWith(openFile(request));
});

self.addEventListener('push', (event) => event.waitUntil(show(readPush(event.data))));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(pathOf(event.notification)));
});

async function fill(): Promise<void> {
  const kept = await caches.open(files);
  // The page is asked for past every other cache: it names the files of exactly this build.
  await kept.put(nextPage, await fetch(page, { cache: 'reload' }));
  const missing = [];
  for (const file of needed) if (!(await kept.match(file))) missing.push(file);
  await kept.addAll(missing);
}

/** The page of a build that waits for its turn; the running one keeps its own until then. */
const nextPage = '/?next';

async function begin(): Promise<void> {
  const kept = await caches.open(files);
  const found = await kept.match(nextPage);
  if (found) {
    await kept.put(page, found);
    await kept.delete(nextPage);
  }
  const wanted = new Set([page, ...needed]);
  for (const request of await kept.keys())
    if (!wanted.has(new URL(request.url).pathname)) await kept.delete(request);
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function openPage(event: ScopeFetchEvent): Promise<Response> {
  try {
    return await Promise.race([
      event.preloadResponse.then((early) => early ?? fetch(event.request)),
      new Promise<never>((_resolve, reject) => {
        setTimeout(() => reject(new Error('too slow')), patienceMs);
      }),
    ]);
  } catch {
    return (await (await caches.open(files)).match(page)) ?? Response.error();
  }
}

/** Names of files change with their content: one that is here is right. */
async function openFile(request: Request): Promise<Response> {
  const kept = await caches.open(files);
  const found = await kept.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

/** Two of one notice are one: the second takes the place of the first. */
const show = ({ id, title, body, path }: PushedNotice): Promise<void> =>
  self.registration.showNotification(title, {
    body,
    tag: id,
    icon: '/icons/duyen-192.png',
    data: path,
  });

const pathOf = ({ data }: Notification): string => (typeof data === 'string' ? data : '/notices');

/** In a window that is open already, or in a new one. */
async function open(path: string): Promise<void> {
  const address = new URL(path, self.location.origin).href;
  const [window] = await self.clients.matchAll({ type: 'window' });
  // Some browsers let a worker lead only windows that it serves already.
  const isLed = await window?.navigate(address).then(
    () => true,
    () => false,
  );
  if (isLed === true) await window?.focus();
  else await self.clients.openWindow(address);
}
