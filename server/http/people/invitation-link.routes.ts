import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { forbidden } from '#shared/errors.ts';
import type { Config } from '#server/config.ts';
import { linkInvitation } from '#server/people/invite-member.ts';
import type { People } from '#server/people/people.ts';
import { isFromThisMachine } from '../from-this-machine.ts';
import { ctxOf } from '../identity.ts';
import { noQuery } from '../query-input.ts';
import { idParams } from './schemas.ts';

interface Deps {
  people: People;
  config: Pick<Config, 'publicUrl' | 'host' | 'trustProxy' | 'smtpUrl'>;
}

/**
 * Whoever tries Duyên on their own machine has no mail server, and reads the folder of mails anyway. Anywhere else the
 * link goes to the address only: who accepts it has shown that the address is theirs.
 */
export function registerInvitationLinkRoutes(
  instance: FastifyInstance,
  { people, config }: Deps,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/api/v1/members/:id/invitation-link',
    {
      config: { scope: 'admin' },
      schema: {
        querystring: noQuery,
        params: idParams,
        response: { 200: z.strictObject({ link: z.string() }) },
      },
    },
    async (request) => {
      if (config.smtpUrl !== undefined || !isFromThisMachine(request, config)) throw forbidden();
      return { link: await linkInvitation(people, ctxOf(request), request.params.id) };
    },
  );
}
