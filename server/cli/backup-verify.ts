import path from 'node:path';
import { rowsIn } from '../backup/manifest.ts';
import { recordVerified } from '../backup/record-backup.ts';
import { verifyBackup } from '../backup/verify-backup.ts';
import { readKeptSecret } from '../app-secret.ts';
import type { Command } from './command.ts';
import { hasDatabase, withDatabase } from './with-installation.ts';

export const verifyBackupCommand: Command = {
  name: 'backup verify',
  usage: `FILE

Reads all of it and compares it with what was written when it was made.`,
  summary: 'Find out whether a backup is whole and belongs to this installation.',
  operands: ['FILE'],
  options: {},
  async run(input) {
    const file = path.resolve(input.operand('FILE'));
    const manifest = await verifyBackup(file, await readKeptSecret(input.config));
    // On another machine than the one it was made on, there is nothing to note it in.
    if (await hasDatabase(input.config))
      await withDatabase(input, (database) => recordVerified(database, file, manifest));
    const rows = rowsIn(manifest);
    return {
      json: {
        file,
        rows,
        files: manifest.files.length,
        createdAt: manifest.createdAt,
        whole: true,
      },
      lines: [
        `${file} is whole: ${rows} rows and ${manifest.files.length} files of ${manifest.createdAt}.`,
      ],
    };
  },
};
