import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { refuseFile } from './refuse-file.ts';
import type { TextEncodingName } from './table.ts';

export interface DetectedEncoding {
  encoding: TextEncodingName;
  /** Bytes of the mark at the start that are not text. */
  bomBytes: number;
  /** True when the bytes alone do not prove it. */
  guessed: boolean;
}

export const encodingByMark = (head: Buffer): DetectedEncoding | undefined => {
  const hex = head.subarray(0, 3).toString('hex');
  if (hex === 'efbbbf') return { encoding: 'utf-8', bomBytes: 3, guessed: false };
  if (hex.startsWith('fffe')) return { encoding: 'utf-16le', bomBytes: 2, guessed: false };
  if (hex.startsWith('feff')) return { encoding: 'utf-16be', bomBytes: 2, guessed: false };
  return undefined;
};

/** UTF-16 without a mark shows in its zero bytes: text of any Latin script has plenty on one side. */
const utf16ByZeros = (head: Buffer): DetectedEncoding | undefined => {
  const sample = head.subarray(0, Math.min(head.length, 4096) & ~1);
  const pairs = sample.length / 2;
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.3 && even < pairs * 0.01) {
    return { encoding: 'utf-16le', bomBytes: 0, guessed: true };
  }
  if (even > pairs * 0.3 && odd < pairs * 0.01) {
    return { encoding: 'utf-16be', bomBytes: 0, guessed: true };
  }
  return undefined;
};

/** Length without a last character that the next piece completes. */
const wholeCharacters = (bytes: Buffer): number => {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
    if (byte < 0x80) break;
  }
  return bytes.length;
};

/**
 * Letters and tones that windows-1258 has at bytes where windows-1252 has others; not ă and ơ,
 * which are the ã and õ of Portuguese, while Vietnamese of any length has a tone, a đ or a ư.
 */
const vietnamese = /[đưĐƯ₫]|[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Both code pages read every byte, so the one whose text looks like its language wins: tone marks
 * of 1258 stand after a vowel, while the letters Ì Ò Ó Þ... they share codes with do not.
 */
function legacyCodePage(bytes: Buffer): DetectedEncoding {
  const text = new TextDecoder('windows-1258').decode(bytes);
  const letters = text.match(vietnamese)?.length ?? 0;
  const misplaced =
    text.match(/(?<![aăâeêioôơuưyAĂÂEÊIOÔƠUƯY])[\u0300\u0301\u0303\u0309\u0323]/gu)?.length ?? 0;
  const encoding = letters > 0 && misplaced * 4 <= letters ? 'windows-1258' : 'windows-1252';
  return { encoding, bomBytes: 0, guessed: true };
}

const controls = (bytes: Buffer): number => {
  let count = 0;
  for (const byte of bytes) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) count++;
  }
  return count;
};

/** Reads the whole file once (bytes only): the first accent may stand in the last line. */
export async function detectEncoding(filePath: string): Promise<DetectedEncoding> {
  const file = await open(filePath);
  try {
    const buffer = Buffer.alloc(262_144);
    let carried = 0;
    let utf8 = true;
    let first = true;
    let found: DetectedEncoding | undefined;
    const accented: Buffer[] = [];
    let accentedBytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, carried, buffer.length - carried, null);
      const bytes = buffer.subarray(0, carried + bytesRead);
      if (first) {
        found = encodingByMark(bytes) ?? utf16ByZeros(bytes);
        if (found?.encoding.startsWith('utf-16') === true) return found;
        if (found === undefined && controls(bytes.subarray(0, 8192)) > 8) {
          throw refuseFile('binary');
        }
        first = false;
      }
      if (bytes.includes(0)) throw refuseFile('nulByte');
      if (bytesRead === 0) {
        if (carried > 0 && !isUtf8(bytes)) utf8 = false;
        break;
      }
      const whole = utf8 ? wholeCharacters(bytes) : bytes.length;
      if (utf8 && !isUtf8(bytes.subarray(0, whole))) utf8 = false;
      if (accentedBytes < 1_000_000) {
        for (const line of accentedLines(bytes)) {
          accented.push(line);
          accentedBytes += line.length;
        }
      }
      carried = bytes.length - whole;
      buffer.copyWithin(0, whole, bytes.length);
    }
    if (utf8) return found ?? { encoding: 'utf-8', bomBytes: 0, guessed: false };
    const sample = Buffer.concat(accented);
    if (found !== undefined || mostlyUtf8(sample)) throw refuseFile('encoding');
    return legacyCodePage(sample);
  } finally {
    await file.close();
  }
}

/** Up to 200 lines with bytes beyond ASCII: what a code page is told from. */
function accentedLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let at = 0;
  while (lines.length < 200 && at < bytes.length) {
    while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++;
    if (at >= bytes.length) break;
    const start = Math.max(bytes.lastIndexOf(10, at) + 1, at - 200);
    const end = bytes.indexOf(10, at);
    const stop = Math.min(end === -1 ? bytes.length : end + 1, at + 2000);
    lines.push(Buffer.from(bytes.subarray(start, stop)));
    at = stop;
  }
  return lines;
}

/** A UTF-8 file with a few broken bytes read as a code page would be wrong in every line. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return good > broken * 4;
}
