import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { BackupError } from './backup-error.ts';

/**
 * A backup ends with an empty gzip member whose comment is the SHA-256 of everything before it. Programs that unpack
 * the file pass over it; it tells a whole file from a cut one, and notices what gzip and tar have no checksum for.
 */
const memberHead = Buffer.from([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 255]);
/** End of the comment, nothing compressed, its checksum and its length. */
const memberEnd = Buffer.from([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const memberLength = memberHead.length + 64 + memberEnd.length;

const memberOf = (hash: string): Buffer =>
  Buffer.concat([memberHead, Buffer.from(hash, 'latin1'), memberEnd]);

/** Passes everything on and adds that end. */
export function addEnd(): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, memberOf(hash.digest('hex')));
    },
  });
}

/** What is before the end. `check`, when all of it has been read, throws if a byte is not as it was written. */
export async function openWhole(file: string): Promise<{ content: Readable; check(): void }> {
  const { head, end, size } = await readEnds(file);
  if (head.readUInt16BE() !== gzipMagic) throw new BackupError('notABackup');
  if (!end.subarray(0, memberHead.length).equals(memberHead)) throw new BackupError('cut');
  const hash = createHash('sha256');
  const content = createReadStream(file, { end: size - memberLength - 1 });
  content.on('data', (chunk) => hash.update(chunk));
  return {
    content,
    check() {
      if (!memberOf(hash.digest('hex')).equals(end)) throw new BackupError('damaged');
    },
  };
}

const gzipMagic = 0x1f8b;

async function readEnds(file: string) {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(2);
    await handle.read(head, 0, 2, 0);
    const end = Buffer.alloc(memberLength);
    if (size > memberLength) await handle.read(end, 0, memberLength, size - memberLength);
    return { head, end, size };
  } finally {
    await handle.close();
  }
}
