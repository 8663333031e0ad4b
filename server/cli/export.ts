import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exportRecords } from '#engine/transfer/export/export-records.ts';
import { chooseWorkspace, objectOf } from './choose-workspace.ts';
import { flag, text, UsageError, type Command, type Input } from './command.ts';
import { withInstallation } from './with-installation.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: `OBJECT --out FILE [--format csv|xlsx] [--columns FIELD,…] [--keys] [--ids] [--workspace KEY]

All records that are not in the trash. The format follows from the name of the file when it is not
said. --keys heads the columns with the names of fields instead of their labels; --ids adds the id
of each record and of those it points to, so that an import finds exactly these again.`,
  summary: 'Write the records of an object into a file.',
  operands: ['OBJECT'],
  options: { out: text, format: text, columns: text, keys: flag, ids: flag, workspace: text },
  async run(input) {
    const file = path.resolve(input.needed('out'));
    const format = formatOf(input, file);
    const columns = input
      .text('columns')
      ?.split(',')
      .map((key) => key.trim());
    return withInstallation(input, async ({ workspaces }) => {
      const ctx = await chooseWorkspace(workspaces, input.text('workspace'));
      const { content, count } = await exportRecords(ctx, objectOf(ctx, input.operand('OBJECT')), {
        format,
        ...(columns && { columns }),
        keys: input.flag('keys'),
        ids: input.flag('ids'),
      });
      const partial = `${file}.${randomBytes(6).toString('hex')}.partial`;
      try {
        await pipeline(content, createWriteStream(partial, { flags: 'wx', mode: 0o600 }));
        await rename(partial, file);
      } finally {
        await rm(partial, { force: true });
      }
      return {
        json: { file, format, records: count() },
        lines: [`${count()} records in ${file}`],
      };
    });
  },
};

function formatOf(input: Input, file: string): 'csv' | 'xlsx' {
  const format = input.text('format') ?? path.extname(file).slice(1).toLowerCase();
  if (format === 'csv' || format === 'xlsx') return format;
  throw new UsageError('--format is csv or xlsx.');
}
