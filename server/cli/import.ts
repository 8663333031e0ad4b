import { access, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { runImportNow } from '#engine/transfer/import/continue-import.ts';
import { eachProblem } from '#engine/transfer/import/list-problems.ts';
import { startImport } from '#engine/transfer/import/start-import.ts';
import type { ImportOptions } from '#engine/transfer/import/types.ts';
import { chooseWorkspace, objectOf } from './choose-workspace.ts';
import { CommandError, flag, text, UsageError, type Command, type Input } from './command.ts';
import { describeImport, describeProblem } from './describe-import.ts';
import { withInstallation } from './with-installation.ts';

export const importCommand: Command = {
  name: 'import',
  usage: `OBJECT FILE [--match FIELD,…] [--on-match create|update|skip] [--mapping FILE] [--dry-run]
         [--numbers vi|en] [--dates dmy|mdy|ymd] [--sheet NAME] [--workspace KEY]

Reads CSV or XLSX. Each column goes where its heading and values say, unless the mapping file (JSON:
{ "Column": "field", "Other": null }) says otherwise; what was done with each is printed. All rows
are checked before the first is written; --dry-run stops there. --match finds the records that are
there already, which are then updated unless --on-match says otherwise.`,
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
      const phase = done.state === 'checked' ? 'check' : 'run';
      const problems = await Array.fromAsync(eachProblem(ctx, id, phase));
      return {
        json: { ...done, problems },
        lines: [...describeImport(done), ...problems.map(describeProblem)],
        failed: done.state !== 'done' && done.state !== 'checked',
      };
    });
  },
};

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
