import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { unauthenticated } from '#shared/errors.ts';
import { withTransaction } from '#engine/transaction.ts';
import { describeMe } from '#server/people/describe-me.ts';
import type { People } from '#server/people/people.ts';
import { changePersonal } from '#server/people/personal-settings.ts';
import { updateProfile } from '#server/people/update-member.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { languageSchema, meSchema, nameSchema, personalPatch, timeZoneSchema } from './schemas.ts';

/** Who is signed in, and their own settings. */
export function registerMeRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const response = { 200: meSchema };

  for (const path of ['/api/v1/me', '/api/auth/me'])
    app.get(path, { schema: { response } }, async (request) => {
      if (!request.identity) throw unauthenticated();
      return describeMe(people, ctxOf(request), request.identity, request.preview);
    });

  app.patch(
    '/api/v1/me',
    {
      schema: {
        body: z.strictObject({
          name: nameSchema.optional(),
          language: languageSchema.optional(),
          timeZone: timeZoneSchema.nullable().optional(),
          ...personalPatch,
        }),
        response,
      },
    },
    async (request, reply) => {
      const { identity } = request;
      if (!identity) throw unauthenticated();
      const { name, language, timeZone, ...personal } = request.body;
      const profile = { name, language, timeZone };
      await perform(request, reply, ctxOf(request), async (ctx) => {
        await withTransaction(ctx, async (inside) => {
          if (Object.values(profile).some((value) => value !== undefined))
            await updateProfile(people, inside, identity.memberId, profile);
          if (Object.keys(personal).length > 0)
            await changePersonal(inside, identity.memberId, personal);
        });
        const now = await people.workspaces.context(ctx.workspace.id, ctx.actor);
        return { status: 200, body: await describeMe(people, now, identity) };
      });
      return reply;
    },
  );
}
