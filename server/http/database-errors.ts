import pg from 'pg';
import { AppError, unavailable, type ErrorCode } from '#shared/errors.ts';

/** Exact SQLSTATEs first, then their classes; see PostgreSQL's appendix of error codes. */
const codes: Record<string, ErrorCode> = {
  '23505': 'conflict',
  '23P01': 'conflict',
  '23503': 'invalid',
  '23514': 'invalid',
  '42601': 'invalid',
  '54000': 'invalid',
  '54001': 'invalid',
  '40001': 'conflict',
  '40P01': 'conflict',
  '55P03': 'conflict',
  '53100': 'storageFull',
  '57014': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '57P05': 'unavailable',
  '25P03': 'unavailable',
  '22': 'invalid',
  '08': 'unavailable',
  '53': 'unavailable',
};

/**
 * An error of the database as the answer it means, or undefined when it is a mistake of ours.
 * What a unique index means to a person is said by the engine, which knows its field.
 */
export function fromDatabaseError(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!(error instanceof pg.DatabaseError))
    return isLostConnection(error) ? unavailable() : undefined;
  const state = error.code ?? '';
  const code = codes[state] ?? codes[state.slice(0, 2)];
  if (code === undefined) return undefined;
  const passes = code === 'unavailable' || passing.has(state);
  return new AppError(code, { cause: error, ...(passes && { retryAfter: 2 }) });
}

/** Conflicts that are over when the other transaction is. */
const passing = new Set(['40001', '40P01', '55P03']);

/** Two transactions stood in each other's way and the same work may succeed now. */
export const isWorthRetrying = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01');

const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What pg and pg-pool say, in words only, when there is no connection or none becomes free in time. */
const poolMessages =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

function isLostConnection(error: Error & { code?: unknown; syscall?: unknown }): boolean {
  if (poolMessages.test(error.message)) return true;
  // A socket that is not there gives ENOENT too; files that are not there have another system call.
  return (
    typeof error.code === 'string' &&
    systemCodes.has(error.code) &&
    (error.code !== 'ENOENT' || error.syscall === 'connect')
  );
}
