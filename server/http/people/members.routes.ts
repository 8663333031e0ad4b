import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { deactivateMember, reactivateMember } from '#server/people/deactivate-member.ts';
import { endMemberSessions } from '#server/people/end-member-sessions.ts';
import { inviteMember, resendInvitation } from '#server/people/invite-member.ts';
import { getMember, listMembers } from '#server/people/list-members.ts';
import type { People } from '#server/people/people.ts';
import { updateMember } from '#server/people/update-member.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import {
  emailSchema,
  idParams,
  languageSchema,
  memberSchema,
  nameSchema,
  timeZoneSchema,
} from './schemas.ts';

const teamIds = z.array(z.uuid()).max(50);

/** The people of the workspace; everyone sees them, an administrator changes them. */
export function registerMemberRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { scope: 'admin' } as const;
  const one = { 200: memberSchema };

  app.get(
    '/api/v1/members',
    { schema: { response: { 200: z.strictObject({ items: z.array(memberSchema) }) } } },
    async (request) => ({ items: await listMembers(ctxOf(request)) }),
  );

  app.get('/api/v1/members/:id', { schema: { params: idParams, response: one } }, (request) =>
    getMember(ctxOf(request), request.params.id),
  );

  app.patch(
    '/api/v1/members/:id',
    {
      config,
      schema: {
        params: idParams,
        body: z.strictObject({
          name: nameSchema.optional(),
          roleId: z.uuid().optional(),
          teamIds: teamIds.optional(),
          language: languageSchema.optional(),
          timeZone: timeZoneSchema.nullable().optional(),
        }),
        response: one,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await perform(request, reply, ctxOf(request), async (ctx) => {
        await updateMember(people, ctx, id, request.body);
        return { status: 200, body: await getMember(ctx, id) };
      });
      return reply;
    },
  );

  app.post(
    '/api/v1/members/:id/deactivate',
    {
      config,
      schema: {
        params: idParams,
        body: z.strictObject({ takeOver: z.uuid() }),
        response: one,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await perform(request, reply, ctxOf(request), async (ctx) => {
        await deactivateMember(people, ctx, id, request.body);
        return { status: 200, body: await getMember(ctx, id) };
      });
      return reply;
    },
  );

  app.post(
    '/api/v1/members/:id/reactivate',
    { config, schema: { params: idParams, response: one } },
    async (request, reply) => {
      const { id } = request.params;
      await perform(request, reply, ctxOf(request), async (ctx) => {
        await reactivateMember(people, ctx, id);
        return { status: 200, body: await getMember(ctx, id) };
      });
      return reply;
    },
  );

  app.post(
    '/api/v1/members/:id/end-sessions',
    { config, schema: { params: idParams } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await endMemberSessions(people, ctx, request.params.id, request.identity?.sessionId);
        return { status: 204 };
      }),
  );

  app.post(
    '/api/v1/members/:id/invite-again',
    { config, schema: { params: idParams } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await resendInvitation(people, ctx, request.params.id);
        return { status: 204 };
      }),
  );

  app.post(
    '/api/v1/invitations',
    {
      config,
      schema: {
        body: z.strictObject({
          name: nameSchema,
          email: emailSchema,
          roleId: z.uuid(),
          teamIds: teamIds.default([]),
          language: languageSchema.optional(),
        }),
        response: { 201: memberSchema },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const language = request.body.language ?? ctx.workspace.settings.language;
        const id = await inviteMember(people, ctx, { ...request.body, language });
        const headers = { location: `/api/v1/members/${id}` };
        return { status: 201, headers, body: await getMember(ctx, id) };
      });
      return reply;
    },
  );
}
