import type { FastifyRequest } from 'fastify';
import { AppError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { requireScope, type Identity } from '#server/people/identity.ts';
import { findPreview, type Preview } from '#server/people/preview.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set when the sender looks with the rights of another member. */
    preview: Preview | undefined;
  }
  interface FastifyContextConfig {
    /** False: not answered in a preview although it only reads, because it is of who is signed in. */
    preview?: false;
  }
}

export const previewHeader = 'X-Preview-Member';

/** The preview that the headers ask for, if any; refused for all that is not plain looking. */
export async function previewOf(
  request: Pick<FastifyRequest, 'headers' | 'method' | 'routeOptions'>,
  identity: Identity,
  ctx: Ctx,
): Promise<Preview | undefined> {
  const asked = request.headers[previewHeader.toLowerCase()];
  const { scope, preview: answered, public: isPublic } = request.routeOptions.config;
  // Signing out, for one, has nothing to do with rights.
  if (asked === undefined || isPublic) return undefined;
  requireScope(identity, 'admin');
  const preview = await findPreview(ctx, String(asked));
  const looks = request.method === 'GET' || request.method === 'HEAD' || scope === 'read';
  if (!looks || answered === false) throw new AppError('previewReadOnly');
  return preview;
}
