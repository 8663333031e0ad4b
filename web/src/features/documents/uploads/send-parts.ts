import type { DetailedError, Upload } from 'tus-js-client';
import { address, carriedHeaders, get } from '#web/api/request.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Sending, Target } from './sending.ts';

/** Each part is let in anew, so that who is signed out stops; small enough to end in time on a slow line. */
const partBytes = 4 * 1024 * 1024;
/** After the last pause it counts as offline, and waits for the net. */
const pauses = [0, 1000, 2000, 4000, 8000, 15_000];

interface Told {
  onUrl(url: string): void;
  onProgress(sent: number): void;
  onEnd(result: Partial<Sending>): void;
}

/** Sends a file part by part behind what the server has of it already. */
export async function sendParts(file: File, target: Target, told: Told): Promise<Upload> {
  const [{ Upload }, fingerprint] = await Promise.all([
    import('tus-js-client'),
    fingerprintOf(file),
  ]);
  const begun = await findBegun(fingerprint, file);
  if (begun !== undefined) told.onUrl(begun);
  let made: string | undefined;
  const upload = new Upload(file, {
    endpoint: address('uploads'),
    uploadUrl: begun ?? null,
    chunkSize: partBytes,
    retryDelays: pauses,
    storeFingerprintForResuming: false,
    headers: { ...Object.fromEntries(carriedHeaders()), 'upload-fingerprint': fingerprint },
    metadata: {
      filename: file.name,
      fingerprint,
      ...Object.fromEntries(Object.entries(target).filter(([, value]) => value !== undefined)),
    },
    onShouldRetry: (error) => isPassing(statusOf(error)),
    onUploadUrlAvailable: () => told.onUrl(upload.url ?? ''),
    onProgress: (sent) => told.onProgress(sent),
    onAfterResponse: (_request, response) => {
      made = response.getHeader('Upload-Document') ?? made;
    },
    onError: (error) => told.onEnd(endOf(error)),
    onSuccess: () => {
      void (made === undefined ? finish(upload, file, fingerprint) : Promise.resolve(made)).then(
        (document) => told.onEnd({ state: 'done', sent: file.size, document }),
        (error: unknown) => told.onEnd({ state: 'failed', reason: String(error) }),
      );
    },
  });
  upload.start();
  return upload;
}

interface Begun {
  id: string;
  fingerprint: string | null;
  name: string;
}

/** An upload of the same content that was left off, on whatever machine. */
async function findBegun(fingerprint: string, file: File): Promise<string | undefined> {
  const { items } = await get<{ items: Begun[] }>(address('uploads')).catch(() => ({ items: [] }));
  const found = items.find((each) => each.fingerprint === fingerprint && each.name === file.name);
  return found && address(`uploads/${found.id}`);
}

/** All bytes are there, but what they were to become was refused or its answer lost: asked for once more. */
async function finish(upload: Upload, { size }: File, fingerprint: string): Promise<string> {
  const answer = await fetch(upload.url ?? '', {
    method: 'PATCH',
    headers: {
      ...Object.fromEntries(carriedHeaders()),
      'tus-resumable': '1.0.0',
      'upload-offset': String(size),
      'upload-fingerprint': fingerprint,
      'content-type': 'application/offset+octet-stream',
    },
  });
  const document = answer.headers.get('upload-document');
  if (document === null) throw new Error(titleOf(await answer.text()));
  return document;
}

const statusOf = (error: Error | DetailedError): number =>
  ('originalResponse' in error ? error.originalResponse?.getStatus() : 0) ?? 0;

const full = 507;

/** What is over by itself: no net, a part that took too long, another request that still holds the upload. */
const isPassing = (status: number): boolean =>
  status === 0 || [408, 409, 429].includes(status) || (status >= 500 && status !== full);

function endOf(error: Error | DetailedError): Partial<Sending> {
  const status = statusOf(error);
  if (status === 401) return { state: 'signedOut' };
  if (isPassing(status)) return { state: 'offline' };
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  return { state: 'failed', reason: titleOf(body ?? '') };
}

/** The sentence of a problem, whatever came. */
function titleOf(body: string): string {
  try {
    const problem: unknown = JSON.parse(body);
    if (typeof problem === 'object' && problem !== null && 'detail' in problem)
      return String(problem.detail);
  } catch {
    // No JSON: a proxy's page, or nothing.
  }
  return '';
}
