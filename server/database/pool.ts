import pg from 'pg';
import { reasonOf } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { valueParsers } from './value-parsers.ts';

/** Where a role signs in: parts for the embedded database, an address for any other. */
export type SignIn =
  | { host: string; port: number; database: string; user: string; password: string }
  | { connectionString: string };

// Sent with the first message of a connection, so they cost no round trip.
const sessionSettings = [
  'statement_timeout=15000',
  'lock_timeout=5000',
  'idle_in_transaction_session_timeout=30000',
  'TimeZone=UTC',
  'DateStyle=ISO',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export function clientConfig(signIn: SignIn, applicationName: string): pg.ClientConfig {
  return {
    ...signIn,
    application_name: applicationName,
    options: sessionSettings,
    types: valueParsers,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  };
}

export function createPool(
  signIn: SignIn,
  options: { applicationName: string; max: number; log: Log },
): pg.Pool {
  const pool = new pg.Pool({
    ...clientConfig(signIn, options.applicationName),
    max: options.max,
    idleTimeoutMillis: 60_000,
  });
  // Without these listeners, the end of a connection would end the process.
  pool.on('error', (error) => {
    options.log.warn({ reason: reasonOf(error) }, 'an idle database connection was lost');
  });
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      options.log.debug({ reason: reasonOf(error) }, 'a database connection was lost');
    });
  });
  return pool;
}
