import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { unauthenticated } from '#shared/errors.ts';
import { describeMe } from '#server/people/describe-me.ts';
import type { People } from '#server/people/people.ts';
import { updateProfile } from '#server/people/update-member.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { keyScopeSchema, languageSchema, nameSchema, timeZoneSchema } from './schemas.ts';

const meSchema = z.strictObject({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  language: languageSchema,
  /** The person's own; null: the workspace's. */
  timeZone: z.string().nullable(),
  role: z.strictObject({ id: z.string(), name: z.string(), administrator: z.boolean() }),
  teamIds: z.array(z.string()),
  twoFactor: z.boolean(),
  scopes: z.array(keyScopeSchema),
  workspace: z.strictObject({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    language: languageSchema,
    currency: z.string(),
    timeZone: z.string(),
  }),
  /** Where else the person works. */
  workspaces: z.array(z.strictObject({ id: z.string(), key: z.string(), name: z.string() })),
});

/** Who is signed in, and their own settings. */
export function registerMeRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const response = { 200: meSchema };

  for (const path of ['/api/v1/me', '/api/auth/me'])
    app.get(path, { schema: { response } }, async (request) => {
      if (!request.identity) throw unauthenticated();
      return describeMe(people, ctxOf(request), request.identity);
    });

  app.patch(
    '/api/v1/me',
    {
      schema: {
        body: z.strictObject({
          name: nameSchema.optional(),
          language: languageSchema.optional(),
          timeZone: timeZoneSchema.nullable().optional(),
        }),
        response,
      },
    },
    async (request, reply) => {
      const { identity } = request;
      if (!identity) throw unauthenticated();
      await perform(request, reply, ctxOf(request), async (ctx) => {
        await updateProfile(people, ctx, identity.memberId, request.body);
        const now = await people.workspaces.context(ctx.workspace.id, ctx.actor);
        return { status: 200, body: await describeMe(people, now, identity) };
      });
      return reply;
    },
  );
}
