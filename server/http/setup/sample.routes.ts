import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { asOwner } from '#engine/settings/index.ts';
import { addSample } from '#server/samples/add-sample.ts';
import { describeSample } from '#server/samples/describe-sample.ts';
import { removeSample } from '#server/samples/remove-sample.ts';
import { allowSampleSignIn, signInSample } from '#server/samples/sign-in-sample.ts';
import { isFromThisMachine } from '../from-this-machine.ts';
import { ctxOf } from '../identity.ts';
import { setCookies } from '../people/session.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { countsSchema, sampleRoleSchema, sampleSchema, stateSchema } from './schemas.ts';
import type { SetupDeps } from './setup.routes.ts';

/** A company to look round in: putting it in, trying its people, and taking it out again. */
export function registerSampleRoutes(
  instance: FastifyInstance,
  { people, config: listening }: SetupDeps,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { scope: 'admin' } as const;
  const base = { querystring: noQuery };
  const { workspaces } = people;

  app.get(
    '/api/v1/sample',
    { config, schema: { ...base, response: { 200: stateSchema } } },
    (request) => describeSample(ctxOf(request), isFromThisMachine(request, listening)),
  );

  app.post(
    '/api/v1/sample',
    {
      config,
      schema: {
        ...base,
        body: z.strictObject({ sample: sampleSchema }),
        response: { 201: stateSchema },
      },
    },
    async (request, reply) => {
      const ctx = asOwner(ctxOf(request), workspaces);
      const here = isFromThisMachine(request, listening);
      await perform(request, reply, ctx, async (inside) => {
        await addSample(inside, workspaces, request.body.sample);
        return { status: 201, body: await describeSample(inside, here) };
      });
      return reply;
    },
  );

  app.patch(
    '/api/v1/sample',
    {
      config,
      schema: {
        ...base,
        body: z.strictObject({ signIn: z.boolean() }),
        response: { 200: stateSchema },
      },
    },
    async (request, reply) => {
      const here = isFromThisMachine(request, listening);
      await perform(request, reply, ctxOf(request), async (inside) => {
        await allowSampleSignIn(inside, request.body.signIn);
        return { status: 200, body: await describeSample(inside, here) };
      });
      return reply;
    },
  );

  app.post(
    '/api/v1/sample/remove',
    {
      config,
      schema: {
        ...base,
        body: z.strictObject({ confirm: z.string().max(500) }),
        response: { 200: z.strictObject({ removed: countsSchema, kept: z.int() }) },
      },
    },
    async (request, reply) => {
      const ctx = asOwner(ctxOf(request), workspaces);
      await perform(request, reply, ctx, async (inside) => ({
        status: 200,
        body: await removeSample(people, inside, request.body.confirm),
      }));
      return reply;
    },
  );

  app.post(
    '/api/v1/sample/sign-in',
    {
      config: { public: true },
      schema: {
        ...base,
        body: z.strictObject({ role: sampleRoleSchema }),
        response: { 200: z.strictObject({ next: z.string() }) },
      },
    },
    async (request, reply) => {
      const { headers, ip } = request;
      const here = isFromThisMachine(request, listening);
      const cookie = await signInSample(people, { headers, ip, here }, request.body.role);
      setCookies(reply, [cookie]);
      return { next: '/' };
    },
  );
}
