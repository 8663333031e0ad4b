import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { AppError, conflict, notFound } from '#shared/errors.ts';
import type { FileStore } from '../files/store.ts';

/** Files of a test that is not about files. */
export function memoryFiles(): FileStore {
  const kept = new Map<string, Buffer>();
  const parts = new Map<string, Buffer>();
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
    parts: {
      async append(name, content, { offset, limit }) {
        let bytes = parts.get(name) ?? Buffer.alloc(0);
        if (bytes.length !== offset) throw conflict();
        for await (const chunk of content) {
          if (bytes.length + chunk.length > limit) throw new AppError('tooLarge');
          bytes = Buffer.concat([bytes, chunk]);
          parts.set(name, bytes);
        }
        parts.set(name, bytes);
        return bytes.length;
      },
      size: async (name) => parts.get(name)?.length,
      head: async (name, bytes) => parts.get(name)?.subarray(0, bytes) ?? Buffer.alloc(0),
      async finish(name, as) {
        const bytes = parts.get(name) ?? Buffer.alloc(0);
        kept.set(as, bytes);
        return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
      },
      async drop(name) {
        parts.delete(name);
      },
    },
  };
}
