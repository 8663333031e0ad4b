import path from 'node:path';
import { stat } from 'node:fs/promises';
import { createBackup } from '../backup/create-backup.ts';
import { rowsIn } from '../backup/manifest.ts';
import { recordBackup } from '../backup/record-backup.ts';
import { readKeptSecret } from '../app-secret.ts';
import { filesOf } from '../compose.ts';
import { rememberKey } from '../remember-key.ts';
import { programVersion } from '../program-version.ts';
import { CommandError, type Command } from './command.ts';
import { hasDatabase, withDatabase } from './with-installation.ts';

export const createBackupCommand: Command = {
  name: 'backup create',
  usage: `FILE

One picture of all companies with their files, taken while people go on working. Keep it, and apart
from it the secret key (DATA_DIR/secret.key or APP_SECRET): it can only be restored with that key.
Jobs that wait, such as mail on its way, are not in it.`,
  summary: 'Write a backup into a new file.',
  operands: ['FILE'],
  options: {},
  async run(input) {
    const { config } = input;
    if (!(await hasDatabase(config)))
      throw new CommandError(`there is no installation in ${config.dataDir} yet`);
    const secret = await readKeptSecret(config);
    const files = filesOf(config);
    // As it is: the one made before an upgrade must not be of what the upgrade left.
    return withDatabase(input, async (database) => {
      await rememberKey(database, secret);
      const file = path.resolve(input.operand('FILE'));
      const manifest = await createBackup(
        { database, files, secret, program: programVersion },
        file,
        input.stop,
      );
      const { size } = await stat(file);
      await recordBackup(database, { file, size, manifest });
      const rows = rowsIn(manifest);
      return {
        json: {
          file,
          bytes: size,
          rows,
          files: manifest.files.length,
          createdAt: manifest.createdAt,
        },
        lines: [
          `${file}: ${rows} rows and ${manifest.files.length} files in ${size} bytes.`,
          'Verify it where you keep it: npm run duyen -- backup verify FILE',
        ],
      };
    });
  },
};
