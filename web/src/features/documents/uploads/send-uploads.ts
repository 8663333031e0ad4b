import type { Upload } from 'tus-js-client';
import { address, get, send } from '#web/api/request.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Sending, Target } from './sending.ts';
import { sendParts } from './send-parts.ts';
import { uploadStore } from './upload-store.ts';

/** More at once only share the same line. */
const mostAtOnce = 2;

interface Waiting {
  file: File;
  target: Target;
}

const files = new Map<number, Waiting>();
const running = new Map<number, Upload>();
let count = 0;
let onDone: (documentId: string) => void = () => undefined;

/** Is told of every document that came of an upload. */
export function watchSent(watcher: (documentId: string) => void): () => void {
  onDone = watcher;
  return () => {
    onDone = () => undefined;
  };
}

/** Sends files one after the other; gives nothing back, for it goes on whatever page is shown. */
export function sendFiles(chosen: readonly File[], target: Target): void {
  const sendings = chosen.map((file): Sending => {
    count += 1;
    files.set(count, { file, target });
    return { id: count, name: file.name, size: file.size, sent: 0, state: 'queued' };
  });
  uploadStore.add(sendings);
  next();
}

/** Goes on with one that stopped; one from before the page was loaded needs its file again. */
export async function resume(id: number, file?: File): Promise<boolean> {
  const sending = uploadStore.find(id);
  if (!sending) return true;
  if (file) {
    const known = unfinished.get(id);
    if (file.size !== sending.size || (await fingerprintOf(file)) !== known) return false;
    files.set(id, { file, target: {} });
  }
  uploadStore.patch(id, { state: 'queued' });
  next();
  return true;
}

export function pause(id: number): void {
  void running.get(id)?.abort();
  running.delete(id);
  uploadStore.patch(id, { state: 'paused' });
  next();
}

/** Takes it back, with all the server has of it. */
export function stop(id: number): void {
  void running.get(id)?.abort();
  running.delete(id);
  files.delete(id);
  const url = uploadStore.find(id)?.url;
  uploadStore.drop(id);
  if (url !== undefined) void send('DELETE', url).catch(() => undefined);
  next();
}

function next(): void {
  const going = () => uploadStore.all().filter(({ state }) => state === 'sending').length;
  while (going() < mostAtOnce) {
    const sending = uploadStore.all().find(({ state }) => state === 'queued');
    const waiting = sending && files.get(sending.id);
    if (!sending || !waiting) return;
    uploadStore.patch(sending.id, { state: 'sending' });
    void begin(sending, waiting);
  }
}

async function begin({ id }: Sending, { file, target }: Waiting): Promise<void> {
  const end = (result: Partial<Sending>) => {
    running.delete(id);
    // Taken off, or paused meanwhile: what comes now says nothing any more.
    if (uploadStore.find(id)?.state !== 'sending') return;
    uploadStore.patch(id, result);
    if (result.document !== undefined) {
      files.delete(id);
      onDone(result.document);
    }
    next();
  };
  const upload = sendParts(file, target, {
    onUrl: (url) => {
      // The same one, left before, stands here no more by itself.
      const left = uploadStore.all().find((each) => each.url === url && each.id !== id);
      if (left) uploadStore.drop(left.id);
      uploadStore.patch(id, { url });
    },
    onProgress: (sent) => uploadStore.patch(id, { sent }),
    onEnd: end,
  });
  try {
    const begun = await upload;
    if (uploadStore.find(id)?.state !== 'sending') void begun.abort();
    else running.set(id, begun);
  } catch (error) {
    // A folder that was dropped, a file that is gone from the disk, a part of the program that did not load.
    end({ state: 'failed', reason: error instanceof Error ? error.message : '' });
  }
}

/** A program that starts anew tells nobody that it is back. */
const lookAgainMs = 15_000;
const goOn = () => {
  for (const { id, state } of uploadStore.all()) if (state === 'offline') void resume(id);
};
// Back on the net: what waited for it goes on.
window.addEventListener('online', goOn);
setInterval(goOn, lookAgainMs);
window.addEventListener('beforeunload', (event) => {
  if (uploadStore.all().some(({ state }) => state === 'sending' || state === 'queued'))
    event.preventDefault();
});

const unfinished = new Map<number, string | null>();
let isAsked = false;

interface Begun {
  id: string;
  name: string;
  size: number;
  offset: number;
  fingerprint: string | null;
}

/** Uploads that were left, on this or another machine, once after the page was loaded. */
export async function findUnfinished(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  const { items } = await get<{ items: Begun[] }>(address('uploads')).catch(() => ({ items: [] }));
  const known = new Set(uploadStore.all().map(({ url }) => url));
  const left = items.filter(({ id }) => !known.has(address(`uploads/${id}`)));
  uploadStore.add(
    left.map(({ id, name, size, offset, fingerprint }): Sending => {
      count += 1;
      unfinished.set(count, fingerprint);
      const url = address(`uploads/${id}`);
      return { id: count, name, size, sent: offset, state: 'unfinished', url };
    }),
  );
}
