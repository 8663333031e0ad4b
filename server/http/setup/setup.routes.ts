import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { systemActor } from '#engine/actor.ts';
import type { Config } from '#server/config.ts';
import type { People } from '#server/people/people.ts';
import { programVersion } from '#server/program-version.ts';
import { countSample } from '#server/samples/count-sample.ts';
import { findSample } from '#server/samples/find-sample.ts';
import { findDemo } from '#server/samples/sign-in-sample.ts';
import { needsSetup } from '#server/setup/find-setup.ts';
import { setUp } from '#server/setup/set-up.ts';
import { isFromThisMachine } from '../from-this-machine.ts';
import { setCookies } from '../people/session.ts';
import { noQuery } from '../query-input.ts';
import { countsSchema, sampleSchema, setupInput, setupSchema } from './schemas.ts';

export interface SetupDeps {
  people: People;
  config: Pick<Config, 'publicUrl' | 'host' | 'trustProxy'>;
}

/** The first run: whether there is a company, and making it. */
export function registerSetupRoutes(
  instance: FastifyInstance,
  { people, config: listening }: SetupDeps,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { public: true };

  app.get(
    '/api/v1/setup',
    { config, schema: { querystring: noQuery, response: { 200: setupSchema } } },
    async (request) => {
      const here = isFromThisMachine(request, listening);
      const needed = await needsSetup(people.core);
      const demo = needed ? undefined : await findDemo(people, here);
      return {
        needed,
        tokenNeeded: needed && !here,
        version: needed || here ? programVersion : '',
        demo: demo
          ? { ...demo, roles: demo.roles.map(({ key, name, title }) => ({ key, name, title })) }
          : null,
      };
    },
  );

  app.post(
    '/api/v1/setup',
    {
      config,
      schema: {
        querystring: noQuery,
        body: setupInput,
        response: {
          201: z.strictObject({
            workspace: z.strictObject({ id: z.string(), key: z.string(), name: z.string() }),
            start: z.string(),
            sample: z.strictObject({ sample: sampleSchema, counts: countsSchema }).nullable(),
          }),
        },
      },
    },
    async (request, reply) => {
      const { token, ...input } = request.body;
      const { headers, ip } = request;
      const trusted = isFromThisMachine(request, listening);
      const made = await setUp(people, { headers, ip, trusted, token }, input);
      setCookies(reply, made.cookies);
      const { id, key } = made.company;
      const ctx = await people.workspaces.context(id, systemActor('setup'));
      const sample = await findSample(ctx);
      return reply.code(201).send({
        workspace: { id, key, name: made.name },
        start: made.start,
        sample:
          made.sample && sample
            ? { sample: made.sample, counts: await countSample(ctx, sample) }
            : null,
      });
    },
  );
}
