import type { FastifyInstance, FastifySchema } from 'fastify';
import type { JsonSchema } from '#shared/fields/kind.ts';

/** A body that is read as it arrives, and so is checked by no schema of the route. */
export interface UploadBody {
  types: readonly string[];
  schema: JsonSchema;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    upload?: UploadBody;
  }
}

export interface CollectedRoute {
  method: string;
  url: string;
  schema: FastifySchema;
  /** Answers people who are not signed in. */
  isPublic: boolean;
  upload: UploadBody | undefined;
}

/** Notes every route of the API that is registered from now on. */
export function collectRoutes(app: FastifyInstance): readonly CollectedRoute[] {
  const routes: CollectedRoute[] = [];
  app.addHook('onRoute', ({ method, url, schema = {}, config }) => {
    if (!/^\/api\/(v1|auth)\//.test(url)) return;
    for (const each of [method].flat())
      if (each !== 'HEAD' && each !== 'OPTIONS')
        routes.push({
          method: each,
          url,
          schema,
          isPublic: config?.public === true,
          upload: config?.upload,
        });
  });
  return routes;
}
