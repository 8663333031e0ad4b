import { isTimeZone } from '#shared/locale/time-zone.ts';
import type { WorkspaceSettings } from '#engine/context.ts';
import { insertApiKey } from '../people/api-keys.ts';
import { coreOn } from '../people/core-tables.ts';
import { createCompany } from '../people/create-company.ts';
import { keyScopes } from '../people/identity.ts';
import { addSample } from '../samples/add-sample.ts';
import { sampleCompanies } from '../samples/companies/index.ts';
import { sampleKeys, type SampleKey } from '../samples/sample.ts';
import { flag, text, UsageError, type Command, type Input } from './command.ts';
import { readPassword } from './read-password.ts';
import { withInstallation } from './with-installation.ts';

export const createWorkspaceCommand: Command = {
  name: 'workspace create',
  usage: `--name NAME --admin-email EMAIL [--admin-password PASSWORD] [--admin-name NAME]
         [--key KEY] [--language vi|en] [--currency VND] [--time-zone Asia/Ho_Chi_Minh]
         [--sample gift-shop|freight|distributor] [--api-key]

The password is asked for, or read from what is piped in, when the option is left out.
--sample fills it with a company to look round in; an administrator removes it in one action.
--api-key makes a key of the administrator's for programs and shows it this once.`,
  summary: 'Make a company with its administrator.',
  operands: [],
  options: {
    name: text,
    key: text,
    'admin-name': text,
    'admin-email': text,
    'admin-password': text,
    language: text,
    currency: text,
    'time-zone': text,
    sample: text,
    'api-key': flag,
  },
  async run(input) {
    const name = input.needed('name');
    const adminEmail = input.needed('admin-email');
    const sample = readSample(input);
    const settings = readSettings(input);
    const adminPassword = await readPassword(
      input.text('admin-password'),
      'Password of the administrator: ',
    );
    const key = input.text('key');
    return withInstallation(input, async ({ workspaces, database }) => {
      const made = await createCompany(
        workspaces,
        {
          name,
          ...(key !== undefined && { key }),
          settings,
          adminName: input.text('admin-name') ?? nameOf(adminEmail),
          adminEmail,
          adminPassword,
        },
        async (ctx) => {
          if (sample) await addSample(ctx, workspaces, sample);
        },
      );
      const apiKey = input.flag('api-key')
        ? await insertApiKey(coreOn(database.app), {
            workspaceId: made.id,
            memberId: made.memberId,
            ...(sample && { sample }),
            name: 'Command line',
            scopes: keyScopes,
            expiresAt: null,
          })
        : undefined;
      return {
        json: {
          id: made.id,
          key: made.key,
          name,
          memberId: made.memberId,
          ...(sample && { sample }),
          ...(apiKey && { apiKey: apiKey.key }),
        },
        lines: [
          `The workspace ${name} (${made.key}) is made; ${adminEmail} can sign in.`,
          ...(sample ? [`The sample company ${sampleCompanies[sample].name} is in it.`] : []),
          ...(apiKey ? [`API key, shown only now: ${apiKey.key}`] : []),
        ],
      };
    });
  },
};

/** What is before the @, until the person says better. */
const nameOf = (email: string): string => email.split('@')[0] ?? email;

function readSample(input: Input): SampleKey | undefined {
  const asked = input.text('sample');
  const found = sampleKeys.find((key) => key === asked);
  if (asked !== undefined && !found) throw new UsageError(`--sample is ${sampleKeys.join(', ')}.`);
  return found;
}

function readSettings(input: Input): Partial<WorkspaceSettings> {
  const language = input.text('language');
  if (language !== undefined && language !== 'vi' && language !== 'en')
    throw new UsageError('--language is vi or en.');
  const currency = input.text('currency')?.toUpperCase();
  if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency))
    throw new UsageError('--currency is a code of ISO 4217 such as VND.');
  const timeZone = input.text('time-zone');
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new UsageError('--time-zone is a name such as Asia/Ho_Chi_Minh.');
  return {
    ...(language && { language }),
    ...(currency && { currency }),
    ...(timeZone && { timeZone }),
  };
}
