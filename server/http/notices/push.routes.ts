import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addDevice, listDevices, removeDevice } from '#engine/notices/push-devices.ts';
import { isPushAddress } from '#server/notices/push-address.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

export interface PushDeps {
  /** What a browser has to know to let this program push. */
  publicKey: string;
  /** Only addresses of push services: the program itself goes there. */
  isPushAddress?: (address: string) => boolean;
}

const bytes = (length: number) =>
  z
    .string()
    .max(200)
    .refine((text) => Buffer.from(text, 'base64url').length === length, {
      params: { code: 'badFormat' },
    });

/** Browsers in which a person wants to be told, also while Duyên is closed. */
export function registerPushRoutes(server: FastifyInstance, deps: PushDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const isKnown = deps.isPushAddress ?? isPushAddress;
  const device = z.strictObject({
    id: z.string(),
    name: z.string(),
    createdAt: z.string(),
    usedAt: z.string().nullable(),
  });

  app.get(
    '/api/v1/push',
    {
      config: { preview: false },
      schema: {
        querystring: noQuery,
        response: { 200: z.strictObject({ publicKey: z.string(), devices: z.array(device) }) },
      },
    },
    async (request) => ({
      publicKey: deps.publicKey,
      devices: await listDevices(ctxOf(request)),
    }),
  );
  app.post(
    '/api/v1/push',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          endpoint: z
            .string()
            .max(2000)
            .refine(isKnown, { params: { code: 'badUrl' } }),
          p256dh: bytes(65),
          auth: bytes(16),
          name: z.string().trim().min(1).max(100),
        }),
        response: { 201: z.strictObject({ id: z.string() }) },
      },
    },
    async (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 201,
        body: { id: await addDevice(ctx, request.body) },
      })),
  );
  app.delete(
    '/api/v1/push/:id',
    {
      schema: { params: z.strictObject({ id: z.uuid() }), querystring: noQuery },
    },
    async (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await removeDevice(ctx, request.params.id);
        return { status: 204 };
      }),
  );
}
