import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../testing/scratch-folder.ts';
import { databaseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { runBinary } from './run-binary.ts';

const native = (programs: { postgres: string }) =>
  path.resolve(path.dirname(programs.postgres), '..');

it('uses the installed programs where the account can reach them', async () => {
  const home = await scratchFolder();
  const { postgres } = await findBinaries(home, undefined);
  const { status, output } = await runBinary(postgres, ['--version'], undefined);
  expect({ status, output }).toEqual({
    status: 0,
    output: expect.stringMatching(/PostgreSQL.* 18/),
  });
  await expect(fs.access(home)).rejects.toMatchObject({ code: 'ENOENT' });
});

it.runIf(process.getuid?.() === 0)(
  'copies them, readable, when only root may enter their folder',
  async () => {
    const home = await scratchFolder();
    const hidden = path.join(path.dirname(home), 'hidden', 'native');
    await fs.mkdir(path.dirname(hidden), { mode: 0o700 });
    await fs.cp(native(await findBinaries(home, undefined)), hidden, {
      recursive: true,
      verbatimSymlinks: true,
    });
    await fs.writeFile(path.join(hidden, '..', 'package.json'), '{"version":"18.4.0"}');
    await fs.mkdir(home);
    const account = await databaseAccount(home);
    expect(account).toBeDefined();
    const found = await findBinaries(home, account, hidden);
    expect(native(found)).toBe(path.join(home, 'postgresql-18.4.0'));
    expect((await runBinary(found.initdb, ['--version'], account)).status).toBe(0);
    // The account must not be able to change what it runs.
    expect((await fs.stat(found.postgres)).uid).toBe(0);
  },
);
