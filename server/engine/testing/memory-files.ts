import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { AppError, notFound } from '#shared/errors.ts';
import type { FileStore } from '../files/store.ts';

/** Files of a test that is not about files. */
export function memoryFiles(): FileStore {
  const kept = new Map<string, Buffer>();
  return {
    async write(name, content, limit) {
      const bytes = await buffer(content);
      if (bytes.length > limit) throw new AppError('tooLarge');
      kept.set(name, bytes);
      return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    async read(name, range) {
      const bytes = kept.get(name);
      if (!bytes) throw notFound();
      return Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]);
    },
    async remove(name) {
      kept.delete(name);
    },
    async *list() {
      yield* kept.keys();
    },
    async sweep() {},
  };
}
