import { crc32 } from 'node:zlib';
import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#shared/errors.ts';
import { refuseFile } from '../refuse-file.ts';
import type { TableLimits } from '../table.ts';

export interface ZipParts {
  has: (name: string) => boolean;
  /** Pieces of one part; never more bytes than the directory, which was checked, promised. */
  read: (name: string) => AsyncGenerator<Buffer>;
  close: () => void;
}

const ratioFreeBytes = 1_000_000;

const check = (entries: readonly Entry[], limits: TableLimits): void => {
  let unpacked = 0;
  let packed = 0;
  const names = new Set<string>();
  for (const entry of entries) {
    if (entry.isEncrypted()) throw refuseFile('encryptedZip');
    const name = entry.fileName.toLowerCase();
    if (names.has(name)) throw refuseFile('duplicateZipName');
    names.add(name);
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
  }
  if (unpacked > limits.unpackedBytes) {
    throw refuseFile('unpackedTooLarge', { max: limits.unpackedBytes });
  }
  if (unpacked > ratioFreeBytes && unpacked > packed * limits.zipRatio) {
    throw refuseFile('zipRatio', { max: limits.zipRatio });
  }
};

const damaged = (error: unknown): AppError =>
  error instanceof AppError ? error : refuseFile('damagedZip');

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    // yauzl ends the stream with an error at the first byte beyond the promised size.
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) {
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw damaged(error);
  }
  if (sum !== entry.crc32) throw refuseFile('damagedZip');
}

/** The directory of an Office file, refused before anything is unpacked when it is not safe. */
export async function openZipParts(filePath: string, limits: TableLimits): Promise<ZipParts> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(filePath, {
      autoClose: false,
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    if (zip.entryCount > limits.zipEntries) {
      throw refuseFile('tooManyZipEntries', { max: limits.zipEntries });
    }
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    check(entries, limits);
    const opened = zip;
    const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
    return {
      has: (name) => byName.has(name),
      read: (name) => {
        const entry = byName.get(name);
        if (entry === undefined) throw refuseFile('missingPart', { part: name });
        return readEntry(opened, entry);
      },
      close: () => opened.close(),
    };
  } catch (error) {
    zip?.close();
    throw damaged(error);
  }
}
