import { queryOptions } from '@tanstack/react-query';
import { get, send } from '#web/api/request.ts';

export interface PushDevice {
  id: string;
  name: string;
  createdAt: string;
  usedAt: string | null;
}

interface Push {
  publicKey: string;
  devices: PushDevice[];
}

export const pushQuery = queryOptions({
  queryKey: ['push'],
  queryFn: ({ signal }) => get<Push>('/api/v1/push', signal),
  staleTime: 60_000,
});

/** The device this browser was added as; only here, for the server tells no addresses. */
const keptAs = (member: string) => `duyen.device.${member}`;
export const deviceHere = (member: string): string | null => localStorage.getItem(keptAs(member));

export type Permission = 'unsupported' | 'blocked' | 'open';

export function permissionHere(): Permission {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported';
  return Notification.permission === 'denied' ? 'blocked' : 'open';
}

/** Asks the person, then the browser, then tells the server. Only ever after a press. */
export async function allowHere(member: string, publicKey: string): Promise<void> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return;
  const { pushManager } = await navigator.serviceWorker.ready;
  const { endpoint, keys = {} } = (await subscribed(pushManager, publicKey)).toJSON();
  const { id } = await send<{ id: string }>('POST', '/api/v1/push', {
    endpoint,
    p256dh: keys['p256dh'],
    auth: keys['auth'],
    name: nameOfBrowser(navigator.userAgent),
  });
  localStorage.setItem(keptAs(member), id);
}

/** The one there is, which another company of the person may use too, unless it was made for other keys. */
async function subscribed(pushManager: PushManager, publicKey: string): Promise<PushSubscription> {
  const known = await pushManager.getSubscription();
  if (known && base64Url(known.options.applicationServerKey) === publicKey) return known;
  await known?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

const base64Url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** This company tells here no more; others of the person still may. */
export async function stopHere(member: string, id: string): Promise<void> {
  localStorage.removeItem(keptAs(member));
  await removeDevice(id);
}

/** Whoever uses this browser next is not told what concerns somebody else, of whichever company. */
export async function leaveHere(member: string): Promise<void> {
  const id = deviceHere(member);
  const all = Object.keys(localStorage).filter((key) => key.startsWith(keptAs('')));
  if (all.length === 0) return;
  for (const key of all) localStorage.removeItem(key);
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  if (id !== null) await removeDevice(id);
}

export async function removeDevice(id: string): Promise<void> {
  await send('DELETE', `/api/v1/push/${id}`);
}

const browsers = [
  ['Edge', /Edg\//],
  ['Cốc Cốc', /coc_coc_browser\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
] as const;
const systems = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

/** `Chrome, Windows`: enough to know one's devices apart. */
export function nameOfBrowser(agent: string): string {
  const found = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, pattern]) => pattern.test(agent))?.[0];
  return [found(browsers) ?? 'Browser', found(systems)].filter(Boolean).join(', ');
}
