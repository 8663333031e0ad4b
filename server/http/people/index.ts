import type { FastifyInstance } from 'fastify';
import type { People } from '#server/people/people.ts';
import { registerApiKeyRoutes } from './api-keys.routes.ts';
import { registerAuthRoutes } from './auth.routes.ts';
import { registerCompanyRoutes } from './company.routes.ts';
import { registerInvitationRoutes } from './invitations.routes.ts';
import { registerMeRoutes } from './me.routes.ts';
import { registerMemberRoutes } from './members.routes.ts';
import { registerPictureRoutes } from './picture.routes.ts';
import { registerPreviewRoutes } from './preview.routes.ts';
import { registerRoleRoutes } from './roles.routes.ts';
import { registerSessionRoutes } from './sessions.routes.ts';
import { registerTeamRoutes } from './teams.routes.ts';
import { registerTwoFactorRoutes } from './two-factor.routes.ts';

/** Every route about people. What is not here cannot be reached: the sign-in library has no handler. */
export function registerPeopleRoutes(app: FastifyInstance, people: People): void {
  registerAuthRoutes(app, people);
  registerTwoFactorRoutes(app, people);
  registerSessionRoutes(app, people);
  registerMeRoutes(app, people);
  registerCompanyRoutes(app, people);
  registerMemberRoutes(app, people);
  registerPictureRoutes(app, people);
  registerPreviewRoutes(app);
  registerInvitationRoutes(app, people);
  registerTeamRoutes(app, people);
  registerRoleRoutes(app, people);
  registerApiKeyRoutes(app, people);
}
