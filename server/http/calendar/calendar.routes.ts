import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  findConflicts,
  findFree,
  mostPeople,
  showCalendar,
} from '#server/modules/calendar/index.ts';
import { ctxOf } from '../identity.ts';
import { commaList, noQuery } from '../query-input.ts';

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const ids = commaList(mostPeople).pipe(z.array(z.uuid().toLowerCase()));
const people = z.array(z.uuid().toLowerCase()).min(1).max(mostPeople);

/** What is on, what is in the way of a time, and when people are free. */
export function registerCalendarRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/calendar',
    {
      schema: {
        querystring: z.strictObject({
          from: day,
          to: day,
          members: ids.exactOptional(),
          teams: ids.exactOptional(),
        }),
      },
    },
    (request) => showCalendar(ctxOf(request), request.query),
  );

  app.post(
    '/api/v1/calendar/conflicts',
    {
      config: { scope: 'read' },
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          startsAt: instant,
          endsAt: instant,
          people,
          except: z.uuid().toLowerCase().exactOptional(),
        }),
      },
    },
    (request) => findConflicts(ctxOf(request), request.body),
  );

  app.post(
    '/api/v1/calendar/free',
    {
      config: { scope: 'read' },
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          people,
          minutes: z.int().min(5).max(1440),
          from: instant,
          to: instant,
          most: z.int().min(1).max(50).exactOptional(),
        }),
      },
    },
    (request) => findFree(ctxOf(request), request.body),
  );
}
