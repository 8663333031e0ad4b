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
  readonly parts: PartStore;
}

/** Files that arrive in several goes, each beginning where the last one broke off. */
export interface PartStore {
  /**
   * Adds to what is there of a file, `offset` bytes by now, until the content ends or breaks off; what came by then is
   * kept. Gives the bytes there are. Fails, keeping them, when `limit` is passed, and when there are not `offset` bytes.
   */
  append(
    name: string,
    content: AsyncIterable<Uint8Array>,
    at: { offset: number; limit: number },
  ): Promise<number>;
  /** Bytes that are there; undefined when there is nothing at all. */
  size(name: string): Promise<number | undefined>;
  /** Its first bytes. */
  head(name: string, bytes: number): Promise<Buffer>;
  /** Makes the whole a file under another name. What came stays until it is dropped. */
  finish(name: string, as: string): Promise<{ size: number; sha256: string }>;
  drop(name: string): Promise<void>;
}
