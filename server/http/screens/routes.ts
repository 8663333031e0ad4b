import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from '#shared/errors.ts';
import { contentSecurityPolicy } from '../headers.ts';

/** Where the page says its nonce; see web/index.html. */
const placeholder = '__NONCE__';

/** Pages are named by words and ids: what has a dot or another sign is a file that is not there. */
const pageAddress = /^\/(?:[a-zA-Z\d-]+\/?)*$/;

/**
 * The web application: its files as they were built, and the one page for every address that is not the API's.
 * Names of built files change with their content, so browsers keep them; the page itself is asked for each time.
 */
export async function registerWebRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const page = await fs.readFile(path.join(folder, 'index.html'), 'utf8');

  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['index.html', '.vite/**', '**/*.br', '**/*.gz'],
    setHeaders(reply, file) {
      const isNamedByContent = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header(
        'cache-control',
        isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });

  app.get('/*', { config: { public: true } }, (request, reply) => {
    const [address = ''] = request.url.split('?');
    if (address.startsWith('/api/') || !pageAddress.test(address)) throw notFound();
    // The libraries of the page write style elements at run time; those alone, by a number nobody can foresee.
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header(
        'content-security-policy',
        contentSecurityPolicy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
      )
      .send(page.replaceAll(placeholder, nonce));
  });
}
