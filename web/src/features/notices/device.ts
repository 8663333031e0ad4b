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
const keptAs = 'duyen.device';
export const deviceHere = (): string | null => localStorage.getItem(keptAs);

export type Permission = 'unsupported' | 'blocked' | 'open';

export function permissionHere(): Permission {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported';
  return Notification.permission === 'denied' ? 'blocked' : 'open';
}

/** Asks the person, then the browser, then tells the server. Only ever after a press. */
export async function allowHere(publicKey: string): Promise<void> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return;
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that was made for another installation cannot be used for this one.
  await (await pushManager.getSubscription())?.unsubscribe();
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys = {} } = subscription.toJSON();
  const { id } = await send<{ id: string }>('POST', '/api/v1/push', {
    endpoint,
    p256dh: keys['p256dh'],
    auth: keys['auth'],
    name: nameOfBrowser(navigator.userAgent),
  });
  localStorage.setItem(keptAs, id);
}

/** Whoever uses this browser next is not told what concerns somebody else. */
export async function leaveHere(): Promise<void> {
  const id = deviceHere();
  if (id === null) return;
  localStorage.removeItem(keptAs);
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  await removeDevice(id);
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
