import type { FastifyRequest } from 'fastify';
import { invalid, malformed } from '#shared/errors.ts';
import type { Patch } from '#engine/records/index.ts';
import { version } from './schemas.ts';

/** A flat record of changes as the engine takes it; the header's version goes before the body's. */
export function patchOf(body: Record<string, unknown>, fromHeader?: number): Patch {
  const { id, version: given, ...values } = body;
  const parsed = version.optional().safeParse(given);
  if (!parsed.success) throw invalid([{ path: 'version', code: 'wrongType' }]);
  const from = fromHeader ?? parsed.data;
  return { id: String(id), values, ...(from !== undefined && { version: from }) };
}

/** The version in If-Match: the ETag as it was sent, or the bare number. */
export function versionOf({ headers }: FastifyRequest): number | undefined {
  const header = headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (digits === undefined) throw malformed([{ path: 'If-Match', code: 'badFormat' }]);
  return Number(digits);
}
