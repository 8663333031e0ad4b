import { createHmac } from 'node:crypto';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { twoFactor } from 'better-auth/plugins';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Log } from '../log.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';
import { hashTokens } from './hash-tokens.ts';
import { longestPassword } from './check-password.ts';

export interface AuthOptions {
  pool: Pool;
  /** The origin people type; its scheme decides about the cookies. */
  publicUrl: string;
  appSecret: string;
  /** Seconds from signing in until a session ends however busy it is. */
  absoluteSeconds: number;
  log: Log;
  sendReset(to: { userId: string; email: string; name: string }, token: string): Promise<void>;
}

/** The address that our server saw, whatever headers a client sent. */
export const addressHeader = 'x-duyen-address';

export type Auth = ReturnType<typeof createAuth>;

/**
 * The sign-in library, called from our own routes only: its HTTP handler is mounted nowhere, so what
 * is not in server/http/people does not exist.
 */
export function createAuth(options: AuthOptions) {
  const secure = options.publicUrl.startsWith('https://');
  const database = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: options.pool }),
    plugins: [new CamelCasePlugin()],
  }).withSchema('core');
  const adapterOf = kyselyAdapter(database, { type: 'postgres', transaction: true });
  return betterAuth({
    appName: 'Duyên',
    baseURL: options.publicUrl,
    secret: authSecret(options.appSecret),
    database: (library: BetterAuthOptions) => hashTokens(adapterOf(library)),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Ours is checked before, and counts characters instead of UTF-16 units.
      minPasswordLength: 1,
      maxPasswordLength: longestPassword * 2,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        options.sendReset({ userId: user.id, email: user.email, name: user.name }, token),
    },
    session: { expiresIn: options.absoluteSeconds, disableSessionRefresh: true },
    verification: { storeIdentifier: 'hashed' },
    plugins: [twoFactor({ issuer: 'Duyên', twoFactorCookieMaxAge: 600 })],
    // Ours are in PostgreSQL and know accounts; see attempts.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // The library's arguments may hold addresses; its sentence is enough.
      log: (_level, message) => options.log.error({ library: 'better-auth' }, message),
    },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(options.publicUrl),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
      database: { generateId: () => uuidv7() },
    },
  });
}

/** A browser takes `__Host-` cookies over https only, so plain http (a laptop, a test) has another name. */
export const cookiePrefix = (publicUrl: string) =>
  publicUrl.startsWith('https://') ? '__Host-duyen' : 'duyen';

export const sessionCookieName = (publicUrl: string) => `${cookiePrefix(publicUrl)}.session_token`;

/** A key of its own, so that no other use of the installation's secret can forge a cookie. */
export const authSecret = (appSecret: string) =>
  createHmac('sha256', appSecret).update('duyen sign-in').digest('base64url');
