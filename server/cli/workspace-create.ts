import type { WorkspaceSettings } from '#engine/context.ts';
import { insertApiKey } from '../people/api-keys.ts';
import { coreOn } from '../people/core-tables.ts';
import { createCompany } from '../people/create-company.ts';
import { keyScopes } from '../people/identity.ts';
import { CommandError, flag, text, UsageError, type Command, type Input } from './command.ts';
import { readPassword } from './read-password.ts';
import { withInstallation } from './with-installation.ts';

export const createWorkspaceCommand: Command = {
  name: 'workspace create',
  usage: `--name NAME --admin-email EMAIL [--admin-password PASSWORD] [--admin-name NAME]
         [--key KEY] [--language vi|en] [--currency VND] [--time-zone Asia/Ho_Chi_Minh] [--api-key]

The password is asked for, or read from what is piped in, when the option is left out.
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
    if (input.text('sample') !== undefined)
      throw new CommandError('--sample is not there yet: this version has no sample companies');
    const settings = readSettings(input);
    const adminPassword = await readPassword(
      input.text('admin-password'),
      'Password of the administrator: ',
    );
    const key = input.text('key');
    return withInstallation(input, async ({ workspaces, database }) => {
      const made = await createCompany(workspaces, {
        name,
        ...(key !== undefined && { key }),
        settings,
        adminName: input.text('admin-name') ?? nameOf(adminEmail),
        adminEmail,
        adminPassword,
      });
      const apiKey = input.flag('api-key')
        ? await insertApiKey(coreOn(database.app), {
            workspaceId: made.id,
            memberId: made.memberId,
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
          ...(apiKey && { apiKey: apiKey.key }),
        },
        lines: [
          `The workspace ${name} (${made.key}) is made; ${adminEmail} can sign in.`,
          ...(apiKey ? [`API key, shown only now: ${apiKey.key}`] : []),
        ],
      };
    });
  },
};

/** What is before the @, until the person says better. */
const nameOf = (email: string): string => email.split('@')[0] ?? email;

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

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
