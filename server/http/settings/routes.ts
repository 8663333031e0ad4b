import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import * as settings from '#engine/settings/index.ts';
import type { Design, FieldInput, ObjectInput } from '#engine/settings/input.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, wholeNumber } from '../query-input.ts';

const objectParams = z.strictObject({ object: z.string() });
const fieldParams = z.strictObject({ object: z.string(), field: z.string() });
/** `role`: its id, or `everyone`. */
const layoutParams = z.strictObject({ object: z.string(), role: z.string() });
const order = z.strictObject({ keys: z.array(z.string().max(60)).max(300) });
const historyQuery = z.strictObject({
  cursor: z.string().max(20).exactOptional(),
  limit: wholeNumber(1, 200).exactOptional(),
});

/** Objects and fields that an administrator adds or shapes, and how their pages look to each role. */
export function registerSettingRoutes(server: FastifyInstance, workspaces: Workspaces): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  // What it answers once is kept in the transaction of the change, and that is the owner's of the tables.
  const owner = (request: Pick<FastifyRequest, 'ctx'>) =>
    settings.asOwner(ctxOf(request), workspaces);
  const config = { scope: 'admin' } as const;
  const base = '/api/v1/settings/objects';
  const whole = { querystring: noQuery };
  const ofObject = { ...whole, params: objectParams };
  const ofField = { ...whole, params: fieldParams };

  app.get(base, { config, schema: whole }, async (request) => ({
    items: await settings.listObjectSettings(ctxOf(request), workspaces),
  }));
  app.post(base, { config, schema: { ...whole, body: settings.objectInput } }, (request, reply) =>
    perform(request, reply, owner(request), async (inside) => {
      // The schema has checked each field's options by its kind, which its type cannot tell apart.
      const input = request.body as unknown as ObjectInput;
      const body = await settings.createObject(inside, workspaces, input);
      return { status: 201, headers: { location: `${base}/${body.key}` }, body };
    }),
  );
  // What is wrong with a name that is being typed, as a form would be told; nothing when it is free.
  app.get(
    '/api/v1/settings/names',
    { config, schema: { querystring: settings.objectNames } },
    async (request, reply) => {
      await settings.checkObjectNames(ctxOf(request), workspaces, request.query);
      return reply.status(204).send();
    },
  );
  app.get('/api/v1/settings/kinds', { config, schema: whole }, (request) => ({
    items: settings.listKinds(ctxOf(request)),
  }));
  app.put(
    `${base}/:object/design`,
    { config, schema: { ...ofObject, body: settings.designInput } },
    (request, reply) =>
      perform(request, reply, owner(request), async (inside) => {
        // As above.
        const design = request.body as unknown as Design;
        const body = await settings.designObject(inside, workspaces, request.params.object, design);
        return { status: 200, body };
      }),
  );
  app.patch(
    `${base}/:object`,
    { config, schema: { ...ofObject, body: settings.objectPatch } },
    (request, reply) =>
      perform(request, reply, owner(request), async (inside) => {
        const { object } = request.params;
        const body = await settings.changeObject(inside, workspaces, object, request.body);
        return { status: 200, body };
      }),
  );
  app.delete(`${base}/:object`, { config, schema: ofObject }, (request, reply) =>
    perform(request, reply, owner(request), async (inside) => ({
      status: 200,
      body: await settings.archiveObject(inside, workspaces, request.params.object),
    })),
  );
  app.post(`${base}/:object/restore`, { config, schema: ofObject }, (request, reply) =>
    perform(request, reply, owner(request), async (inside) => ({
      status: 200,
      body: await settings.restoreObject(inside, workspaces, request.params.object),
    })),
  );
  app.post(`${base}/:object/reset`, { config, schema: ofObject }, (request, reply) =>
    perform(request, reply, owner(request), async (inside) => ({
      status: 200,
      body: await settings.resetObject(inside, workspaces, request.params.object),
    })),
  );

  const ofLayout = { ...whole, params: layoutParams };
  app.get(`${base}/:object/layouts`, { config, schema: ofObject }, (request) =>
    settings.listLayouts(ctxOf(request), workspaces, request.params.object),
  );
  app.put(
    `${base}/:object/layouts/:role`,
    { config, schema: { ...ofLayout, body: settings.layoutInput } },
    (request, reply) =>
      perform(request, reply, owner(request), async (inside) => {
        const { object, role } = request.params;
        const body = await settings.setLayout(inside, workspaces, object, role, request.body);
        return { status: 200, body };
      }),
  );
  app.delete(`${base}/:object/layouts/:role`, { config, schema: ofLayout }, (request, reply) =>
    perform(request, reply, owner(request), async (inside) => {
      const { object, role } = request.params;
      await settings.removeLayout(inside, workspaces, object, role);
      return { status: 204 };
    }),
  );

  app.get(`${base}/:object/fields`, { config, schema: ofObject }, async (request) => ({
    items: await settings.listFieldSettings(ctxOf(request), workspaces, request.params.object),
  }));
  app.post(
    `${base}/:object/fields`,
    { config, schema: { ...ofObject, body: settings.fieldInput } },
    (request, reply) =>
      perform(request, reply, owner(request), async (inside) => {
        const { object } = request.params;
        // As above.
        const input = request.body as unknown as FieldInput;
        const body = await settings.createField(inside, workspaces, object, input);
        return { status: 201, headers: { location: `${base}/${object}/fields/${body.key}` }, body };
      }),
  );
  app.put(
    `${base}/:object/fields/order`,
    { config, schema: { ...ofObject, body: order } },
    (request, reply) =>
      perform(request, reply, owner(request), async (inside) => {
        const { object } = request.params;
        await settings.reorderFields(inside, workspaces, object, request.body.keys);
        return { status: 204 };
      }),
  );
  app.patch(
    `${base}/:object/fields/:field`,
    { config, schema: { ...ofField, body: settings.fieldPatch } },
    (request, reply) =>
      perform(request, reply, owner(request), async (inside) => {
        const { object, field } = request.params;
        const body = await settings.changeField(inside, workspaces, object, field, request.body);
        return { status: 200, body };
      }),
  );
  app.delete(`${base}/:object/fields/:field`, { config, schema: ofField }, (request, reply) =>
    perform(request, reply, owner(request), async (inside) => {
      const { object, field } = request.params;
      return { status: 200, body: await settings.archiveField(inside, workspaces, object, field) };
    }),
  );
  app.post(`${base}/:object/fields/:field/restore`, { config, schema: ofField }, (request, reply) =>
    perform(request, reply, owner(request), async (inside) => {
      const { object, field } = request.params;
      return { status: 200, body: await settings.restoreField(inside, workspaces, object, field) };
    }),
  );

  app.get(
    '/api/v1/settings/history',
    { config, schema: { querystring: historyQuery } },
    (request) => settings.listSettingsHistory(ctxOf(request), request.query),
  );
}
