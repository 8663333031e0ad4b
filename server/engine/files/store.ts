import type { Readable } from 'node:stream';

/** Where the bytes of files are; a folder here, an object store in a cluster. Names are generated, never a person's. */
export interface FileStore {
  /** Takes the stream to the end or leaves nothing; gives the bytes written. Fails when `limit` bytes are passed. */
  write(name: string, content: Readable, limit: number): Promise<{ size: number; sha256: string }>;
  /** The whole, or the bytes from `start` to `end`, both included. */
  read(name: string, range?: { start: number; end: number }): Promise<Readable>;
  remove(name: string): Promise<void>;
  /** Every name kept, for checks and backups. */
  list(): AsyncIterable<string>;
  /** Removes what writes left that never ended; for the nightly job. */
  sweep(): Promise<void>;
}
