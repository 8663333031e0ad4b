import type { FastifyInstance } from 'fastify';
import type { Workspaces } from '#engine/workspaces.ts';
import { registerCalendarFeedRoutes } from './calendar/feed.routes.ts';
import { createContexts } from './context.ts';
import { registerAllDocumentRoutes } from './documents/index.ts';
import { registerDocsRoutes } from './docs/routes.ts';
import { registerDuplicateRoutes } from './duplicates/duplicates.routes.ts';
import { registerEventRoutes, type EventDeps } from './events/routes.ts';
import { registerFileRoutes } from './files/routes.ts';
import { registerFollowerRoutes } from './followers/routes.ts';
import { collectMetrics, type MetricSources } from './health/metrics.ts';
import { registerHealthRoutes, type HealthDeps } from './health/routes.ts';
import { registerHistoryRoutes } from './history/routes.ts';
import { registerModelRoutes } from './model/routes.ts';
import { registerNoticeRoutes } from './notices/notices.routes.ts';
import { collectRoutes } from './openapi/collect-routes.ts';
import { registerOpenApiRoute } from './openapi/routes.ts';
import { registerNumberingRoutes } from './settings/numbering.routes.ts';
import { registerProblemRoutes } from './problem.routes.ts';
import { registerHandOverRoutes } from './records/hand-over.routes.ts';
import { registerRecordRoutes } from './records/routes.ts';
import { registerTogetherRoute } from './records/together.routes.ts';
import { registerSettingRoutes } from './settings/routes.ts';
import { registerSharingRoutes } from './sharing/routes.ts';
import { registerSystemRoutes } from './system/routes.ts';
import { registerTagRoutes } from './tags/routes.ts';
import { registerTypingRoute } from './unread/typing.routes.ts';
import { registerUnreadRoutes } from './unread/routes.ts';
import { registerTrashRoutes } from './trash/routes.ts';
import { registerViewRoutes } from './views/routes.ts';
import { buildServer, type ServerDeps } from './server.ts';
import { registerWebRoutes } from './screens/routes.ts';
import { registerExportRoutes } from './transfer/export.routes.ts';
import { registerReactionRoutes } from './reactions/routes.ts';
import { registerImportRoutes } from './transfer/import.routes.ts';

export interface AppDeps extends Omit<ServerDeps, 'contextOf'> {
  workspaces: Workspaces;
  live?: EventDeps;
  sessionCookie: string;
  /** Folder of the built web application. */
  web?: string;
  health: Omit<HealthDeps, 'metrics' | 'behindProxy'> & Pick<MetricSources, 'countJobs'>;
  /** Routes of modules and of people; described in the API's document like all others. */
  routes?: readonly ((app: FastifyInstance) => void | Promise<void>)[];
}

/** The server with all its routes, not yet listening. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { workspaces, health } = deps;
  const contexts = createContexts(workspaces);
  const app = buildServer({ ...deps, contextOf: contexts.of });
  const metrics = collectMetrics(app, {
    pools: { app: workspaces.database.app, owner: workspaces.database.owner },
    ...(health.countJobs && { countJobs: health.countJobs }),
  });
  app.addHook('onClose', async () => metrics.close());
  const routes = collectRoutes(app);

  registerHealthRoutes(app, {
    ...health,
    metrics,
    behindProxy: deps.config.publicUrl !== undefined || deps.config.trustProxy.length > 0,
  });
  registerProblemRoutes(app);
  registerDocsRoutes(app);
  registerHistoryRoutes(app);
  registerModelRoutes(app);
  registerOpenApiRoute(app, { routes, sessionCookie: deps.sessionCookie });
  if (deps.live) registerEventRoutes(app, workspaces, deps.live);
  registerSettingRoutes(app, workspaces);
  registerNumberingRoutes(app);
  registerDuplicateRoutes(app);
  for (const register of deps.routes ?? []) await register(app);
  registerFileRoutes(app, contexts);
  registerCalendarFeedRoutes(app, workspaces);
  registerAllDocumentRoutes(app, { contexts, workspaces, presence: deps.live?.presence });
  registerSharingRoutes(app, contexts);
  registerFollowerRoutes(app, contexts);
  registerUnreadRoutes(app, contexts);
  registerTypingRoute(app, contexts, deps.live?.signals);
  registerReactionRoutes(app, contexts);
  registerViewRoutes(app);
  registerTagRoutes(app);
  registerNoticeRoutes(app);
  registerSystemRoutes(app, {
    database: workspaces.database,
    sendsMail: deps.config.smtpUrl !== undefined,
  });
  registerTrashRoutes(app, workspaces);
  registerImportRoutes(app, workspaces);
  registerExportRoutes(app, contexts);
  registerRecordRoutes(app, contexts);
  registerTogetherRoute(app, contexts);
  registerHandOverRoutes(app, contexts);
  // A server without screens: who opens the address finds the API's page.
  if (deps.web === undefined) app.get('/', (_request, reply) => reply.redirect('/api/docs'));
  else await registerWebRoutes(app, deps.web);
  return app;
}
