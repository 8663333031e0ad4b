import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { malformed } from '#shared/errors.ts';
import type { People } from '#server/people/people.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  disableSecondFactor,
  renewRecoveryCodes,
  verifySecondFactor,
} from '#server/people/second-factor.ts';
import { passwordSchema, signedInSchema } from './schemas.ts';
import { safePath, sessionOf, setCookies } from './session.ts';

const codeSchema = z.string().min(1).max(64);

/** The authenticator's code at sign-in, and turning it on and off. */
export function registerTwoFactorRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const body = z.strictObject({ password: passwordSchema });
  const codes = z.array(z.string());

  app.post(
    '/api/auth/two-factor/verify',
    {
      config: { public: true },
      schema: {
        body: z.strictObject({
          code: codeSchema.optional(),
          recoveryCode: codeSchema.optional(),
          next: z.string().max(2000).optional(),
        }),
        response: { 200: signedInSchema },
      },
    },
    async (request, reply) => {
      const { code, recoveryCode, next } = request.body;
      if ((code === undefined) === (recoveryCode === undefined))
        throw malformed([{ path: 'code', code: 'required' }]);
      const { cookies, twoFactor } = await verifySecondFactor(
        people,
        request,
        code === undefined ? { recoveryCode: recoveryCode ?? '' } : { code },
      );
      setCookies(reply, cookies);
      return { twoFactor, next: safePath(next, people.publicUrl) };
    },
  );

  app.post(
    '/api/auth/two-factor/enable',
    {
      schema: {
        body,
        response: { 200: z.strictObject({ totpUri: z.string(), recoveryCodes: codes }) },
      },
    },
    async (request) => {
      const begun = await beginSecondFactor(
        people,
        request,
        sessionOf(request),
        request.body.password,
      );
      return { totpUri: begun.totpUri, recoveryCodes: [...begun.recoveryCodes] };
    },
  );

  app.post(
    '/api/auth/two-factor/confirm',
    { schema: { body: z.strictObject({ code: codeSchema }) } },
    async (request, reply) => {
      const { cookies } = await confirmSecondFactor(
        people,
        request,
        sessionOf(request),
        request.body.code,
      );
      setCookies(reply, cookies);
      return reply.code(204).send();
    },
  );

  app.post('/api/auth/two-factor/disable', { schema: { body } }, async (request, reply) => {
    const { cookies } = await disableSecondFactor(
      people,
      request,
      sessionOf(request),
      request.body.password,
    );
    setCookies(reply, cookies);
    return reply.code(204).send();
  });

  app.post(
    '/api/auth/two-factor/recovery-codes',
    { schema: { body, response: { 200: z.strictObject({ recoveryCodes: codes }) } } },
    async (request) => ({
      recoveryCodes: [
        ...(await renewRecoveryCodes(people, request, sessionOf(request), request.body.password)),
      ],
    }),
  );
}
