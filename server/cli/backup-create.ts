import path from 'node:path';
import { stat } from 'node:fs/promises';
import { createBackup } from '../backup/create-backup.ts';
import { rowsIn } from '../backup/manifest.ts';
import { recordBackup } from '../backup/record-backup.ts';
import { programVersion } from '../program-version.ts';
import type { Command } from './command.ts';
import { withInstallation } from './with-installation.ts';

export const createBackupCommand: Command = {
  name: 'backup create',
  usage: `FILE

One picture of all companies with their files, taken while people go on working. Keep it, and apart
from it the secret key (DATA_DIR/secret.key or APP_SECRET): it can only be restored with that key.
Jobs that wait, such as mail on its way, are not in it.`,
  summary: 'Write a backup into a new file.',
  operands: ['FILE'],
  options: {},
  run: (input) =>
    withInstallation(input, async (installation) => {
      const file = path.resolve(input.operand('FILE'));
      const manifest = await createBackup({ ...installation, program: programVersion }, file);
      const { size } = await stat(file);
      await recordBackup(installation.database, { file, size, manifest });
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
    }),
};
