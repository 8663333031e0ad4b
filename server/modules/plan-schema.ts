import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildModel } from '#engine/model/build-model.ts';
import { listMigrations, migrationFolder } from '#engine/schema/migrations.ts';
import { isDestructive, plan } from '#engine/schema/plan.ts';
import type { TableSpec } from '#engine/schema/spec.ts';
import { workspaceSpec } from '#engine/schema/workspace-spec.ts';
import { statement, writeMigration } from '#engine/schema/write-migration.ts';
import { declarations } from './index.ts';

const specFile = path.join(migrationFolder, 'schema.json');

/**
 * `npm run schema:plan -- name [--allow-drops]`: writes the next migration from what was declared when the last one
 * was made to what is declared now. Exit status 0, 1 (refused), 2 (usage).
 */
async function planSchema(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { 'allow-drops': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const before = await readSpec();
  const after = workspaceSpec(buildModel(declarations.objects, { objects: [], fields: [] }, 0));
  const steps = plan(before, after);
  if (steps.length === 0) return say('Nothing to do: the declarations are what they were.', 0);
  const [name = ''] = positionals;
  if (positionals.length !== 1 || !/^[a-z][a-z0-9_]{0,59}$/.test(name))
    return say('Usage: npm run schema:plan -- name_of_the_change [--allow-drops]', 2);
  const destructive = steps.filter(isDestructive);
  if (destructive.length > 0 && !values['allow-drops'])
    return say(
      `These would lose or refuse data that companies have:\n${destructive
        .map((step) => `  ${statement(step)}`)
        .join('\n')}\nIf that is meant, add --allow-drops.`,
      1,
    );
  const version = ((await listMigrations()).at(-1)?.version ?? 0) + 1;
  const file = `${String(version).padStart(4, '0')}_${name}.sql`;
  await writeFile(path.join(migrationFolder, file), writeMigration(file, steps), { flag: 'wx' });
  await writeFile(specFile, `${JSON.stringify(after, null, 1)}\n`);
  return say(`${file}: ${steps.length} steps. Read it, then commit it with schema.json.`, 0);
}

async function readSpec(): Promise<TableSpec[]> {
  try {
    // Written below and committed.
    return JSON.parse(await readFile(specFile, 'utf8')) as TableSpec[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function say(words: string, status: number): number {
  (status === 0 ? process.stdout : process.stderr).write(`${words}\n`);
  return status;
}

process.exitCode = await planSchema();
