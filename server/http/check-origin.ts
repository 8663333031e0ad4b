import type { IncomingHttpHeaders } from 'node:http';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser says where a request comes from; one that another site caused is refused before anything is done.
 * Programs that send a key and no cookie cannot be used by another site, and are not asked.
 */
export function isOwnOrigin(
  method: string,
  headers: IncomingHttpHeaders,
  publicUrl: string | undefined,
): boolean {
  if (safe.has(method) && headers.upgrade === undefined) return true;
  if (headers.authorization !== undefined && headers.cookie === undefined) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  // The browser took both from the address bar; Host has been checked by now.
  return origin === `http://${headers.host}` || origin === `https://${headers.host}`;
}
