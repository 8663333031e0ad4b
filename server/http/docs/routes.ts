import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

const library = path.dirname(
  createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'),
);

/** The only files there are: an address is looked up here and never becomes a path. */
const files: Record<string, { folder: string; type: string }> = {
  'swagger-ui.css': { folder: library, type: 'text/css' },
  'swagger-ui-bundle.js': { folder: library, type: 'text/javascript' },
  'favicon-32x32.png': { folder: library, type: 'image/png' },
  'page.css': { folder: import.meta.dirname, type: 'text/css' },
  'page.js': { folder: import.meta.dirname, type: 'text/javascript' },
};

/** A page to read the API and try it, without anything from elsewhere and without inline script. */
export function registerDocsRoutes(app: FastifyInstance): void {
  const config = { public: true };

  app.get('/api/docs', { config }, async (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .send(await fs.readFile(path.join(import.meta.dirname, 'page.html'))),
  );

  for (const [name, { folder, type }] of Object.entries(files))
    app.get(`/api/docs/${name}`, { config }, async (_request, reply) =>
      reply
        .header('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type)
        .header('cache-control', 'public, max-age=3600')
        .send(await fs.readFile(path.join(folder, name))),
    );
}
