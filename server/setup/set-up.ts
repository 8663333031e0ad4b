import { AppError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { createCompany, type Company } from '../people/create-company.ts';
import { coreOf } from '../people/core-tables.ts';
import type { Asking } from '../people/identify.ts';
import type { People } from '../people/people.ts';
import { signIn } from '../people/sign-in.ts';
import { addSample } from '../samples/add-sample.ts';
import type { SampleKey } from '../samples/sample.ts';
import { checkSetup, type SetupInput } from './check-setup.ts';
import { needsSetup } from './find-setup.ts';
import { checkSetupToken } from './setup-token.ts';

export interface SetUp {
  company: Company;
  name: string;
  start: string;
  sample: SampleKey | null;
  /** Values of Set-Cookie: the administrator is signed in. */
  cookies: readonly string[];
}

/**
 * Makes the first company, its administrator, and what they chose to begin with, in one transaction; once only, however
 * many ask at the same time.
 */
export async function setUp(
  people: People,
  request: Asking & { trusted: boolean; token: string | undefined },
  input: SetupInput,
): Promise<SetUp> {
  const { core, workspaces } = people;
  if (!(await needsSetup(core))) throw new AppError('setupDone');
  if (!request.trusted) await checkSetupToken(core, request.ip, request.token);
  const { company, administrator, start, sample } = checkSetup(input);
  const { name, ...settings } = company;
  const { name: adminName, email: adminEmail, password: adminPassword } = administrator;
  const made = await createCompany(
    workspaces,
    { name, settings, adminName, adminEmail, adminPassword },
    async (ctx) => {
      await takeSetup(ctx);
      if (sample) await addSample(ctx, workspaces, sample);
    },
  ).catch(async (error: unknown) => {
    // Two companies of one name cannot be told from one that somebody else made first.
    throw (await needsSetup(core)) ? error : new AppError('setupDone');
  });
  const signedIn = await signIn(people, request, { email: adminEmail, password: adminPassword });
  return { company: made, name, start, sample: sample ?? null, cookies: signedIn.cookies };
}

/** Inside the transaction that makes a company: it is the only one, and the codes have done their work. */
async function takeSetup(ctx: Ctx): Promise<void> {
  await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('duyen setup', 0))`, []);
  const core = coreOf(ctx);
  const other = await core
    .selectFrom('workspace')
    .select('id')
    .where('id', '<>', ctx.workspace.id)
    .limit(1)
    .executeTakeFirst();
  if (other) throw new AppError('setupDone');
  await core.deleteFrom('setup_token').execute();
}
