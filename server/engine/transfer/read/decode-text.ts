import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { DetectedEncoding } from './detect-encoding.ts';
import { refuseFile } from './refuse-file.ts';

/** The file as UTF-8 pieces without its mark, whatever it was written in. */
export async function* decodeText(
  filePath: string,
  { encoding, bomBytes }: DetectedEncoding,
): AsyncGenerator<Buffer> {
  const bytes = createReadStream(filePath, { start: bomBytes, highWaterMark: 65_536 });
  if (encoding === 'utf-8') {
    yield* bytes;
    return;
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text.includes('\0')) throw refuseFile('nulByte');
    if (text !== '') yield Buffer.from(text);
  }
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest);
}

/** The first characters of the file, for looking at. */
export async function decodeStart(
  filePath: string,
  { encoding, bomBytes }: DetectedEncoding,
  maxBytes = 131_072,
): Promise<string> {
  const file = await open(filePath);
  try {
    const buffer = Buffer.alloc(maxBytes);
    const { bytesRead } = await file.read(buffer, 0, maxBytes, bomBytes);
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead), {
      stream: bytesRead === maxBytes,
    });
  } finally {
    await file.close();
  }
}
