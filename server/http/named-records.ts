import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const paramsSchema = z.object({ objects: z.string(), id: z.string().optional() });
const changes = z.array(z.object({ id: z.string() })).optional();
const bodySchema = z.object({
  update: changes,
  remove: changes,
  ids: z.array(z.string()).optional(),
});

/** The records a request of the records' routes is about, by its address and its body. */
export function namedRecords({
  params,
  body,
}: Pick<FastifyRequest, 'params' | 'body'>): { path: string; ids: string[] } | undefined {
  const place = paramsSchema.safeParse(params);
  if (!place.success) return undefined;
  const { objects: path, id } = place.data;
  const { update = [], remove = [], ids = [] } = bodySchema.safeParse(body).data ?? {};
  const named = [...update, ...remove].map((each) => each.id);
  return { path, ids: [...(id === undefined ? [] : [id]), ...named, ...ids] };
}
