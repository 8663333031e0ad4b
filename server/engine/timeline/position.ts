import { invalid } from '#shared/errors.ts';
import { isCursorCell } from '../records/cursor-cell.ts';

/** A place in a thread: a moment, and the entry among those of one moment. */
export interface Position {
  /** As PostgreSQL writes it. */
  at: string;
  key: string;
}

export const encodePosition = ({ at, key }: Position): string =>
  Buffer.from(JSON.stringify([at, key])).toString('base64url');

/** Keys are ids of records, or numbers of lines of the history behind an `h`, which makes them come after ids. */
const keyPattern = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|h\d{20})$/;

export function decodePosition(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const bad = invalid([{ path: 'cursor', code: 'badCursor' }]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw bad;
  }
  if (!Array.isArray(parsed) || parsed.length !== 2) throw bad;
  const [at, key]: unknown[] = parsed;
  if (typeof at !== 'string' || !isCursorCell('timestamptz', at)) throw bad;
  if (typeof key !== 'string' || !keyPattern.test(key)) throw bad;
  return { at, key };
}
