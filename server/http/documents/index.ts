import type { FastifyInstance } from 'fastify';
import type { DocumentDeps } from './deps.ts';
import { registerDocumentRoutes } from './documents.routes.ts';
import { registerLinkRoutes } from './links.routes.ts';
import { registerPublicLinkRoutes } from './public-links.routes.ts';
import { registerUploadRoutes } from './uploads.routes.ts';

/** Files that come and go: uploads, versions, and links for people outside. */
export function registerAllDocumentRoutes(server: FastifyInstance, deps: DocumentDeps): void {
  registerUploadRoutes(server, deps);
  registerDocumentRoutes(server);
  registerLinkRoutes(server);
  registerPublicLinkRoutes(server, deps);
}
