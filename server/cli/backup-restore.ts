import path from 'node:path';
import { readKeptSecret } from '../app-secret.ts';
import { rowsIn } from '../backup/manifest.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { verifyBackup } from '../backup/verify-backup.ts';
import { filesOf } from '../compose.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-installation.ts';

export const restoreBackupCommand: Command = {
  name: 'backup restore',
  usage: `FILE

Into an empty DATA_DIR (or database of DATABASE_URL) that has the secret key of the installation the
backup was made of: copy its secret.key there first, or set APP_SECRET. All or nothing.`,
  summary: 'Restore a backup into an empty place.',
  operands: ['FILE'],
  options: {},
  async run(input) {
    const { config } = input;
    const file = path.resolve(input.operand('FILE'));
    // Before anything is opened: a bad backup leaves not even an empty database behind.
    const manifest = await verifyBackup(file, await readKeptSecret(config));
    await withDatabase(input, (database) =>
      restoreBackup({ database, files: filesOf(config) }, file, manifest, input.stop),
    );
    const rows = rowsIn(manifest);
    return {
      json: { file, rows, files: manifest.files.length, createdAt: manifest.createdAt },
      lines: [
        `Restored ${rows} rows and ${manifest.files.length} files of ${manifest.createdAt}.`,
        'Jobs that waited then, such as mail on its way, are not among them. Start with: npm start',
      ],
    };
  },
};
