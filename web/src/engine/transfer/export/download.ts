import { Problem } from '#web/api/problem.ts';
import { carriedHeaders } from '#web/api/request.ts';

export interface Received {
  bytes: number;
  /** Lines of a CSV beside its heading; nobody can tell of a packed file. */
  rows: number | undefined;
}

interface Downloading {
  signal: AbortSignal;
  onProgress: (received: Received) => void;
}

/** An export was asked for too often, or by too many at once. */
export class Later extends Problem {
  /** When it may be asked for again. */
  readonly at: Date;
  constructor(status: number, body: Record<string, unknown>, seconds: number) {
    super(status, body);
    this.at = new Date(Date.now() + seconds * 1000);
  }
}

/** Asks for a file and reads it as it comes, so that a person sees how far it is; a stream that breaks off is an error. */
export async function download(
  path: string,
  body: Record<string, unknown>,
  { signal, onProgress }: Downloading,
): Promise<{ name: string; content: Blob; received: Received }> {
  const offline = (error: unknown) => {
    if (signal.aborted) throw error;
    throw new Problem(0, { code: 'offline' });
  };
  const response = await fetch(path, {
    method: 'POST',
    headers: [...carriedHeaders(), ['content-type', 'application/json']],
    body: JSON.stringify(body),
    credentials: 'same-origin',
    signal,
  }).catch(offline);
  if (!response.ok || !response.body) {
    const body: unknown = await response.json().catch(() => ({}));
    const problem = typeof body === 'object' && body !== null ? { ...body } : {};
    throw new Later(response.status, problem, Number(response.headers.get('retry-after') ?? 0));
  }
  const type = response.headers.get('content-type') ?? '';
  const count = type.startsWith('text/csv') ? lineCounter() : undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(offline);
    if (done || !value) break;
    parts.push(value);
    bytes += value.byteLength;
    onProgress({ bytes, rows: count?.(value) });
  }
  const rows = count?.(new Uint8Array());
  return {
    name: nameOf(response.headers.get('content-disposition') ?? '') ?? 'export',
    content: new Blob(parts, { type }),
    received: { bytes, rows },
  };
}

const quote = 34;
const newline = 10;

/** Counts rows over chunks; a line break between quotation marks is none. The heading is not counted. */
export function lineCounter(): (chunk: Uint8Array) => number {
  let lines = 0;
  let isQuoted = false;
  return (chunk) => {
    for (const byte of chunk) {
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === newline && !isQuoted) lines += 1;
    }
    return Math.max(0, lines - 1);
  };
}

/** The name in `Content-Disposition`, written plainly or percent-encoded. */
export function nameOf(disposition: string): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  const [, quoted, plain] = /filename=(?:"([^"]+)"|([^;\s]+))/i.exec(disposition) ?? [];
  return quoted ?? plain;
}

/** Gives a file to the person, as a link that was pressed would. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
