import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound, wrongCredentials } from '#shared/errors.ts';
import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import { beginVisit, findGiven } from '#server/modules/document/index.ts';
import { forgetTries, limitTries, networkOf } from '#server/people/attempts.ts';
import { coreOn } from '#server/people/core-tables.ts';
import { verifyPassword } from '#server/people/hash-password.ts';
import { sendFile } from '../files/send-file.ts';
import type { DocumentDeps } from './deps.ts';
import { readToken } from './link-token.ts';

/** Minutes a visit lasts; see public-links.ts. */
const visitSeconds = 3600;
const handlerTimeout = 600_000;
const cookieForm = /(?:^|;\s*)link-visit=([\w-]{43})(?:;|$)/;

/** What people outside reach by a link: one file, after the link's password where it has one. */
export function registerPublicLinkRoutes(
  server: FastifyInstance,
  { workspaces }: DocumentDeps,
): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const core = coreOn(workspaces.database.app);

  async function systemOf(workspaceId: string): Promise<Ctx> {
    const { info } = await workspaces.open(workspaceId);
    return workspaces.context(workspaceId, systemActor('publicLink', info.settings));
  }

  app.post(
    '/api/v1/public/links/open',
    {
      config: { public: true },
      schema: {
        body: z.strictObject({
          token: z.string().max(200),
          password: z.string().max(200).exactOptional(),
        }),
      },
    },
    async (request, reply) => {
      const network = networkOf(request.ip);
      const { password } = request.body;
      await limitTries(core, [{ name: 'public-link', of: [network], most: 300, seconds: 900 }]);
      const token = readToken(request.body.token);
      if (!token) throw notFound();
      const system = await systemOf(token.workspaceId);
      const given = await findGiven(system, { secret: token.secret });
      const { linkId, passwordHash, expiresAt, file } = given;
      if (passwordHash !== null) {
        if (password === undefined) return { needsPassword: true as const };
        const here = { name: 'link-password', of: [linkId, network], most: 5, seconds: 900 };
        const all = { name: 'link-password', of: [linkId], most: 100, seconds: 900 };
        await limitTries(core, [here, all]);
        if (!(await verifyPassword(passwordHash, password))) throw wrongCredentials();
        await forgetTries(core, [here]);
      }
      const visit = await beginVisit(system, linkId);
      const secure = request.protocol === 'https' ? '; Secure' : '';
      void reply.header(
        'set-cookie',
        `link-visit=${visit}; Path=/api/v1/public/links/${linkId}; HttpOnly; SameSite=Strict; Max-Age=${visitSeconds}${secure}`,
      );
      const { name, size, type } = file;
      return {
        needsPassword: false as const,
        company: system.workspace.name,
        workspace: token.workspaceId,
        linkId,
        expiresAt,
        file: { name, size, type },
      };
    },
  );

  app.get(
    '/api/v1/public/links/:id/file',
    {
      config: { public: true },
      schema: {
        params: z.strictObject({ id: z.uuid() }),
        querystring: z.strictObject({
          company: z.uuid(),
          preview: z.literal(['', 'true']).exactOptional(),
        }),
      },
      handlerTimeout,
    },
    async (request, reply) => {
      const visit = cookieForm.exec(request.headers.cookie ?? '')?.[1];
      if (visit === undefined) throw notFound();
      const system = await systemOf(request.query.company);
      const given = await findGiven(system, { visit, linkId: request.params.id });
      const preview = request.query.preview !== undefined;
      const { file, linkId } = given;
      return sendFile(given.ctx, request, reply, { id: file.id, preview, linkId });
    },
  );
}
