import { access, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Ctx } from '#engine/context.ts';
import {
  listProblems,
  rejectedRows,
  runImportNow,
  startImport,
  type Import,
  type ImportOptions,
} from '#engine/transfer/import/index.ts';
import { reasonOf } from '../data-folder.ts';
import { chooseWorkspace, objectOf } from './choose-workspace.ts';
import { CommandError, flag, text, UsageError, type Command, type Input } from './command.ts';
import { describeImport, describeProblem } from './describe-import.ts';
import { withInstallation } from './with-installation.ts';

export const importCommand: Command = {
  name: 'import',
  usage: `OBJECT FILE [--match FIELD,…] [--on-match create|update|skip] [--mapping FILE] [--dry-run]
         [--numbers vi|en] [--dates dmy|mdy|ymd] [--sheet NAME]
         [--rejected FILE] [--workspace KEY]

Reads CSV or XLSX. Each column goes where its heading and values say, unless the mapping file (JSON:
{ "Column": "field", "Other": null }) says otherwise; what was done with each is printed. All rows
are checked before the first is written; --dry-run stops there. --match finds the records that are
there already, which are then updated unless --on-match says otherwise. Rows that are not taken go
into FILE.rejected.csv beside the file, or where --rejected says, with the reason.`,
  summary: 'Take in the rows of a file as records.',
  operands: ['OBJECT', 'FILE'],
  options: {
    workspace: text,
    match: text,
    'on-match': text,
    mapping: text,
    'dry-run': flag,
    numbers: text,
    dates: text,
    sheet: text,
    rejected: text,
  },
  async run(input) {
    const options = await readOptions(input);
    const filePath = input.operand('FILE');
    return withInstallation(input, async ({ workspaces }) => {
      const ctx = await chooseWorkspace(workspaces, input.text('workspace'));
      const object = objectOf(ctx, input.operand('OBJECT'));
      await access(filePath).catch(() => {
        throw new CommandError(`there is no file ${filePath}`);
      });
      const source = { filePath };
      const { id } = await startImport(ctx, { object, source, options, here: true });
      const done = await runImportNow(ctx, id);
      const phase = phaseOf(done);
      const { items: problems, nextCursor } = await listProblems(ctx, id, phase, {
        limit: mostShown,
      });
      const counts = done.counts[phase];
      const rejected =
        counts && counts.rejected > 0
          ? await writeRejected(ctx, done, input.text('rejected') ?? besides(filePath))
          : undefined;
      return {
        json: { ...done, problems, rejectedFile: rejected ?? null },
        lines: [
          ...describeImport(done),
          ...problems.map(describeProblem),
          ...(nextCursor === null ? [] : ['  …']),
          ...(rejected === undefined ? [] : [`The rows not taken, with the reason: ${rejected}`]),
        ],
        failed: done.state !== 'done' && done.state !== 'checked',
      };
    });
  },
};

/** Of a file with a hundred thousand wrong rows, the first tell what is wrong. */
const mostShown = 100;

const phaseOf = ({ state }: Import) => (state === 'checked' ? 'check' : 'run');

const besides = (file: string): string =>
  path.join(path.dirname(file), `${path.parse(file).name}.rejected.csv`);

async function writeRejected(ctx: Ctx, done: Import, file: string): Promise<string> {
  try {
    await writeFile(file, await rejectedRows(ctx, done.id, phaseOf(done)), { mode: 0o600 });
    return path.resolve(file);
  } catch (error) {
    throw new CommandError(
      `the import ${done.id} is ${done.state}, but the rows not taken cannot be written: ${reasonOf(error)}`,
    );
  }
}

async function readOptions(input: Input): Promise<ImportOptions> {
  const onMatch = choice(input, 'on-match', ['create', 'update', 'skip']);
  const numbers = choice(input, 'numbers', ['vi', 'en']);
  const dates = choice(input, 'dates', ['dmy', 'mdy', 'ymd']);
  const sheet = input.text('sheet');
  const match = input
    .text('match')
    ?.split(',')
    .map((field) => field.trim());
  const mapping = input.text('mapping');
  return {
    ...(mapping !== undefined && { columns: await readMapping(mapping) }),
    ...(match && { match }),
    ...(onMatch && { onMatch }),
    ...(numbers && { numbers }),
    ...(dates && { dates }),
    ...(sheet !== undefined && { sheet }),
    run: !input.flag('dry-run'),
  };
}

function choice<const T extends string>(
  input: Input,
  option: string,
  choices: readonly T[],
): T | undefined {
  const given = input.text(option);
  if (given === undefined) return undefined;
  const chosen = choices.find((each) => each === given);
  if (chosen === undefined) throw new UsageError(`--${option} is one of: ${choices.join(', ')}.`);
  return chosen;
}

const mappingSchema = z.record(
  z.string(),
  z.union([
    z
      .string()
      .nullable()
      .transform((target) => ({ target })),
    z.strictObject({
      target: z.string().nullable(),
      onMissing: z.enum(['refuse', 'empty', 'create']).exactOptional(),
      onProblem: z.enum(['refuse', 'empty']).exactOptional(),
      values: z.record(z.string(), z.string().nullable()).exactOptional(),
    }),
  ]),
);

async function readMapping(file: string): Promise<NonNullable<ImportOptions['columns']>> {
  const words = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`the mapping file ${file} cannot be read`);
  });
  const parsed = mappingSchema.safeParse(parseJson(words));
  if (!parsed.success)
    throw new CommandError(`${file} is no mapping; expected JSON such as { "Column": "field" }`);
  return parsed.data;
}

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}
