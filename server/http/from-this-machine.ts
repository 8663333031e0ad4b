import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Config } from '#server/config.ts';

type Listening = Pick<Config, 'host' | 'publicUrl' | 'trustProxy'>;

/** Nobody but this machine can reach the server, as far as its configuration says. */
export const listensHere = ({ host, publicUrl, trustProxy }: Listening): boolean =>
  isLoopback(host) && publicUrl === undefined && trustProxy.length === 0;

/** What only proxies add, and what is said of them nowhere in our configuration. */
const proxyHeaders = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-client-ip',
  'cf-connecting-ip',
  'true-client-ip',
];

/**
 * The request was sent on this machine to a server for this machine. Most proxies that stand
 * before it without being named in the configuration give themselves away by a header, by the name they ask for, or by
 * their old manners; docs/security.md says that they must be named.
 */
export function isFromThisMachine(
  request: Pick<FastifyRequest, 'headers' | 'socket' | 'raw'>,
  config: Listening,
): boolean {
  if (!listensHere(config)) return false;
  if (proxyHeaders.some((name) => request.headers[name] !== undefined)) return false;
  // As the oldest proxies ask; no browser has for twenty years.
  if (request.raw.httpVersion === '1.0') return false;
  const asked = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return isLoopback(asked) && isLoopback(request.socket.remoteAddress ?? '');
}

function isLoopback(host: string): boolean {
  const plain = host.toLowerCase().replace(/^::ffff:/, '');
  if (isIP(plain) === 4) return plain.startsWith('127.');
  return plain === '::1' || plain === 'localhost';
}
