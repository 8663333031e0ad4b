import type { FastifyInstance } from 'fastify';
import { registerFinishActivityRoutes } from './activity/finish-activity.routes.ts';
import { registerSeriesRoutes } from './activity/series.routes.ts';
import { registerCalendarRoutes } from './calendar/calendar.routes.ts';
import { registerDiscussionRoutes } from './discussion/discussion.routes.ts';
import { registerCallPlanRoutes } from './call-plan/call-plan.routes.ts';
import { registerConvertLeadRoutes } from './lead/convert-lead.routes.ts';
import { registerPlacesRoutes } from './places/places.routes.ts';
import { registerStalledRoutes } from './stalled/stalled.routes.ts';
import { registerDayReportRoutes } from './work-report/day-report.routes.ts';
import { registerWorkReportRoutes } from './work-report/work-report.routes.ts';

/** What modules offer beyond the records of their objects: commands and lookups. */
export function registerModuleRoutes(app: FastifyInstance): void {
  registerFinishActivityRoutes(app);
  registerSeriesRoutes(app);
  registerCalendarRoutes(app);
  registerCallPlanRoutes(app);
  registerConvertLeadRoutes(app);
  registerDiscussionRoutes(app);
  registerPlacesRoutes(app);
  registerStalledRoutes(app);
  registerWorkReportRoutes(app);
  registerDayReportRoutes(app);
}
