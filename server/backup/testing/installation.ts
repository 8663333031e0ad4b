import { onTestFinished } from 'vitest';
import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import { openInstallation, type Installation } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { scratchFolder } from '../../database/testing/scratch-folder.ts';
import { createCompany, type Company } from '../../people/create-company.ts';
import { silentLog } from '../../testing/silent-log.ts';

export const secret = 'a secret of the tests, which is long enough';
export const person = { email: 'an@x.test', password: 'Chuồn chuồn bay thấp' };

/** An installation in a place of its own, closed and gone after the test. */
export async function testInstallation(dataDir?: string): Promise<Installation> {
  const config = readConfig({
    DATA_DIR: dataDir ?? (await scratchFolder()),
    APP_SECRET: secret,
    PORT: '0',
  });
  const installation = await openInstallation(config, silentLog);
  let closed: Promise<void> | undefined;
  const once = { ...installation, close: () => (closed ??= installation.close()) };
  onTestFinished(once.close);
  return once;
}

export const testCompany = (
  { workspaces }: Installation,
  name = 'Cửa hàng Hoa',
): Promise<Company> =>
  createCompany(workspaces, {
    name,
    adminName: 'Nguyễn Văn An',
    adminEmail: person.email,
    adminPassword: person.password,
  });

export const systemOf = ({ workspaces }: Installation, { id }: Company): Promise<Ctx> =>
  workspaces.context(id, systemActor('test'));
