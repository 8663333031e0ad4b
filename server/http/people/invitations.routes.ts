import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { acceptInvitation, findInvitation } from '#server/people/accept-invitation.ts';
import type { People } from '#server/people/people.ts';
import { nameSchema, passwordSchema } from './schemas.ts';

const tokenSchema = z.string().min(1).max(200);

/** What the holder of an invitation's link can do, signed in or not. */
export function registerInvitationRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { public: true };

  app.post(
    '/api/v1/invitations/look',
    {
      config,
      schema: {
        body: z.strictObject({ token: tokenSchema }),
        response: {
          200: z.strictObject({
            workspace: z.string(),
            name: z.string(),
            email: z.string(),
            /** The person works in another workspace and signs in; others choose a password. */
            signIn: z.boolean(),
          }),
        },
      },
    },
    async (request) => {
      const found = await findInvitation(people, request, request.body.token);
      const { workspace, name, email, signIn } = found;
      return { workspace, name, email, signIn };
    },
  );

  app.post(
    '/api/v1/invitations/accept',
    {
      config,
      schema: {
        body: z.strictObject({
          token: tokenSchema,
          name: nameSchema.optional(),
          password: passwordSchema.optional(),
        }),
        response: { 200: z.strictObject({ email: z.string(), workspaceId: z.string() }) },
      },
    },
    (request) => acceptInvitation(people, request, request.identity, request.body),
  );
}
