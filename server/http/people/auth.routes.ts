import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { unauthenticated } from '#shared/errors.ts';
import { changePassword } from '#server/people/change-password.ts';
import { forgotPassword } from '#server/people/forgot-password.ts';
import type { People } from '#server/people/people.ts';
import { resetPassword } from '#server/people/reset-password.ts';
import { signIn } from '#server/people/sign-in.ts';
import { signOut } from '#server/people/sign-out.ts';
import { emailSchema, passwordSchema, signedInSchema } from './schemas.ts';
import { safePath, sessionOf, setCookies } from './session.ts';

/** Signing in and out, and passwords. */
export function registerAuthRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const open = { public: true };

  app.post(
    '/api/auth/sign-in',
    {
      config: open,
      schema: {
        body: z.strictObject({
          // Any text: what is no address is answered like one that nobody has.
          email: z.string().min(1).max(320),
          password: passwordSchema,
          next: z.string().max(2000).optional(),
        }),
        response: { 200: signedInSchema },
      },
    },
    async (request, reply) => {
      const { next, ...credentials } = request.body;
      const { cookies, twoFactor } = await signIn(people, request, credentials);
      setCookies(reply, cookies);
      return { twoFactor, next: safePath(next, people.publicUrl) };
    },
  );

  app.post('/api/auth/sign-out', { config: open }, async (request, reply) => {
    setCookies(reply, await signOut(people, request, request.identity));
    return reply.code(204).send();
  });

  app.post(
    '/api/auth/forgot-password',
    { config: open, schema: { body: z.strictObject({ email: emailSchema }) } },
    async (request, reply) => {
      await forgotPassword(people, request, request.body.email);
      return reply.code(202).send();
    },
  );

  app.post(
    '/api/auth/reset-password',
    {
      config: open,
      schema: {
        body: z.strictObject({ token: z.string().min(1).max(200), newPassword: passwordSchema }),
      },
    },
    async (request, reply) => {
      await resetPassword(people, request, request.body);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/auth/change-password',
    {
      schema: {
        body: z.strictObject({
          currentPassword: passwordSchema.optional(),
          newPassword: passwordSchema,
        }),
      },
    },
    async (request, reply) => {
      const { currentPassword, newPassword } = request.body;
      const identity = sessionOf(request);
      // A session that was left open is not the person.
      if (currentPassword === undefined) throw unauthenticated();
      const passwords = { currentPassword, newPassword };
      setCookies(reply, await changePassword(people, request, identity, passwords));
      return reply.code(204).send();
    },
  );
}
