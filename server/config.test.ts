import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

it('works with nothing set, or set to nothing', () => {
  const expected = {
    port: 3000,
    host: '127.0.0.1',
    dataDir: path.resolve('data'),
    databaseUrl: undefined,
    publicUrl: undefined,
    appSecret: undefined,
    smtpUrl: undefined,
    s3Url: undefined,
    role: 'all',
    logLevel: 'info',
    trustProxy: [],
    metricsToken: undefined,
  };
  expect(readConfig({})).toEqual(expected);
  expect(readConfig({ PORT: '', ROLE: ' ', DATABASE_URL: '' })).toEqual(expected);
});

it('reads every variable', () => {
  expect(
    readConfig({
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/srv/duyen',
      DATABASE_URL: 'postgres://u:p@%2Frun%2Fpostgresql/crm',
      PUBLIC_URL: 'https://crm.example.com/',
      APP_SECRET: 'x'.repeat(32),
      SMTP_URL: 'smtps://u:p@mail.example.com',
      S3_URL: 'https://k:s@s3.example.com/bucket',
      ROLE: 'worker',
      LOG_LEVEL: 'debug',
      TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/64',
      METRICS_TOKEN: 'm'.repeat(16),
    }),
  ).toEqual({
    port: 0,
    host: '::1',
    dataDir: '/srv/duyen',
    databaseUrl: 'postgres://u:p@%2Frun%2Fpostgresql/crm',
    publicUrl: 'https://crm.example.com',
    appSecret: 'x'.repeat(32),
    smtpUrl: 'smtps://u:p@mail.example.com',
    s3Url: 'https://k:s@s3.example.com/bucket',
    role: 'worker',
    logLevel: 'debug',
    trustProxy: ['127.0.0.1', '10.0.0.0/8', 'fd00::/64'],
    metricsToken: 'm'.repeat(16),
  });
});

describe('a wrong value stops with one line that names the variable', () => {
  it.each([
    ['PORT', '99999'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['HOST', 'localhost:3000'],
    ['PUBLIC_URL', 'crm.example.com'],
    ['PUBLIC_URL', 'https://example.com/crm'],
    ['PUBLIC_URL', 'ftp://example.com'],
    ['ROLE', 'master'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.1,'],
  ])('%s=%s', (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toContain(`${name} is ${JSON.stringify(value)}; expected `);
    expect(message).not.toContain('\n');
  });

  it.each([
    ['DATABASE_URL', 'mysql://crm:hunter2@db/crm'],
    ['DATABASE_URL', 'hunter2'],
    ['SMTP_URL', 'https://crm:hunter2@mail'],
    ['S3_URL', 's3://hunter2'],
    ['APP_SECRET', 'hunter2'],
    ['PUBLIC_URL', 'https://crm:hunter2@example.com'],
  ])('%s, without repeating the secret in it', (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} is wrong .*; expected `));
    expect(message).not.toContain('hunter2');
  });
});

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
}

it('has a clock that can be moved only where a test asks for one', () => {
  expect(readConfig({})).not.toHaveProperty('testClock');
  expect(readConfig({ TEST_CLOCK: 'on' })).toMatchObject({ testClock: true });
  expect(() => readConfig({ TEST_CLOCK: '1' })).toThrow(ConfigError);
});
