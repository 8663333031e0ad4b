import { isIP } from 'node:net';
import path from 'node:path';
import { StartError } from './start-error.ts';

export type Role = 'all' | 'web' | 'worker';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. Embedded database, files, secret key. */
  readonly dataDir: string;
  /** Absent: the embedded database is used. */
  readonly databaseUrl: string | undefined;
  /** Origin that people type, without a slash at the end. Absent: http://HOST:PORT. */
  readonly publicUrl: string | undefined;
  readonly appSecret: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly s3Url: string | undefined;
  readonly role: Role;
  readonly logLevel: LogLevel;
  /** Addresses or networks of the proxies whose X-Forwarded-* headers are believed. */
  readonly trustProxy: readonly string[];
  /** Lets a collector that is not on this machine read /metrics. */
  readonly metricsToken: string | undefined;
  /** For journeys alone: a route moves the time that rules and jobs go by. */
  readonly testClock?: true;
}

export class ConfigError extends StartError {
  override readonly name = 'ConfigError';

  constructor(variable: string, read: string | undefined, expected: string) {
    super(
      read === undefined
        ? `${variable} is wrong (its value is a secret and not shown); expected ${expected}`
        : `${variable} is ${JSON.stringify(read)}; expected ${expected}`,
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): Config {
  // An empty variable is how compose files and unit files say "not set".
  const read = (name: string) => env[name]?.trim() || undefined;
  return {
    port: readPort(read('PORT') ?? '3000'),
    host: readHost(read('HOST') ?? '127.0.0.1'),
    dataDir: path.resolve(read('DATA_DIR') ?? 'data'),
    databaseUrl: readSecretUrl('DATABASE_URL', read('DATABASE_URL'), ['postgres', 'postgresql']),
    publicUrl: readPublicUrl(read('PUBLIC_URL')),
    appSecret: readAppSecret(read('APP_SECRET')),
    smtpUrl: readSecretUrl('SMTP_URL', read('SMTP_URL'), ['smtp', 'smtps']),
    s3Url: readSecretUrl('S3_URL', read('S3_URL'), ['https', 'http']),
    role: readChoice('ROLE', read('ROLE') ?? 'all', ['all', 'web', 'worker']),
    logLevel: readChoice('LOG_LEVEL', read('LOG_LEVEL') ?? 'info', logLevels),
    trustProxy: readAddresses('TRUST_PROXY', read('TRUST_PROXY')),
    metricsToken: readMetricsToken(read('METRICS_TOKEN')),
    ...readTestClock(read('TEST_CLOCK')),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new ConfigError('PORT', text, 'a whole number from 0 to 65535, e.g. 3000');
  return port;
}

function readHost(text: string): string {
  if (isIP(text) === 0 && !/^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(text))
    throw new ConfigError('HOST', text, 'an address or a host name without port, e.g. 127.0.0.1');
  return text;
}

/** These addresses carry passwords, so what was read is never repeated. */
function readSecretUrl(name: string, text: string | undefined, schemes: readonly string[]) {
  if (text === undefined) return undefined;
  const scheme = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : '';
  if (!schemes.includes(scheme))
    throw new ConfigError(name, undefined, `an address that begins with ${schemes[0]}://`);
  return text;
}

function readPublicUrl(text: string | undefined) {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain =
    (url?.protocol === 'http:' || url?.protocol === 'https:') &&
    url.pathname === '/' &&
    url.username + url.password + url.search + url.hash === '';
  if (!url || !plain)
    throw new ConfigError(
      'PUBLIC_URL',
      text.includes('@') ? undefined : text,
      'the address people type, without a path, e.g. https://crm.example.com',
    );
  return url.origin;
}

function readAppSecret(text: string | undefined) {
  if (text !== undefined && text.length < 32)
    throw new ConfigError('APP_SECRET', undefined, 'at least 32 random characters');
  return text;
}

function readMetricsToken(text: string | undefined) {
  if (text !== undefined && !/^[\x21-\x7e]{16,}$/.test(text))
    throw new ConfigError('METRICS_TOKEN', undefined, 'at least 16 letters, digits and signs');
  return text;
}

/** Not set, there is no such route, and it says nothing of it. */
function readTestClock(text: string | undefined): { testClock?: true } {
  if (text === undefined) return {};
  readChoice('TEST_CLOCK', text, ['on']);
  return { testClock: true };
}

function readChoice<const T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new ConfigError(name, text, `one of ${choices.join(', ')}`);
  return choice;
}

function readAddresses(name: string, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const addresses = text.split(',').map((part) => part.trim());
  for (const address of addresses) {
    const [ip = '', bits, ...rest] = address.split('/');
    const widest = isIP(ip) === 6 ? 128 : 32;
    const goodBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest);
    if (isIP(ip) === 0 || !goodBits || rest.length > 0)
      throw new ConfigError(
        name,
        text,
        'addresses or networks of proxies with commas between, e.g. 127.0.0.1,10.0.0.0/8',
      );
  }
  return addresses;
}
