import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { editAtOnce } from './edit-at-once.ts';
import { fillDisk } from './fill-disk.ts';
import { fillLog } from './fill-log.ts';
import { killDatabase } from './kill-database.ts';
import { killServer } from './kill-server.ts';
import { numberAtOnce } from './number-at-once.ts';
import { remindAtOnce } from './remind-at-once.ts';
import { repeatRequests } from './repeat-requests.ts';
import type { FaultReport } from './report.ts';

/** `npm run faults [F01 …]`: the fault tests in full; `npm test` runs them in a short form. */
const faults: Record<string, readonly (() => Promise<FaultReport>)[]> = {
  F01: [() => killServer({ rounds: 20, clients: 20, roundMs: 60_000, progress })],
  F02: [() => killDatabase({ clients: 20 })],
  F05: [fillDisk, () => fillLog({ clients: 20, outageMs: 45_000 })],
  F12: [() => remindAtOnce({ reminders: 1000 })],
  F14: [() => editAtOnce({ writers: 20, rounds: 50 })],
  F15: [() => numberAtOnce({ clients: 50, kills: 5, roundMs: 5_000 })],
  F17: [() => repeatRequests({ atOnce: 20, kills: 20 })],
};

/** These are whole in the tests already. */
const asTests: Record<string, string> = {
  F21: 'server/database/migrate-core.test.ts server/engine/schema/migrations.test.ts',
  F22: 'server/backup/backup.test.ts',
  F23: 'server/backup/damaged.test.ts server/backup/killed.test.ts',
};

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const asked = process.argv.slice(2).map((name) => name.toUpperCase());
const unknown = asked.filter((name) => !(name in faults) && !(name in asTests));
if (unknown.length > 0) {
  process.stderr.write(`there is no fault ${unknown.join(', ')}\n`);
  process.exit(2);
}
const wanted = (name: string) => asked.length === 0 || asked.includes(name);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, parts] of Object.entries(faults))
  if (wanted(name))
    for (const part of parts) show(await part().catch((error: unknown) => broken(name, error)));
for (const [name, files] of Object.entries(asTests)) if (wanted(name)) await test(name, files);
const { passed, failed, skipped } = total;
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** One that could not be carried out to its end has failed; the others are still run. */
function broken(name: string, error: unknown): FaultReport {
  return {
    name,
    wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    measured: {},
  };
}

function progress(line: string): void {
  process.stdout.write(`       ${line}\n`);
}

function show({ name, wrong, measured, skipped }: FaultReport): void {
  if (skipped !== undefined) {
    total.skipped += 1;
    process.stdout.write(`-      ${name}: skipped, ${skipped}\n`);
    return;
  }
  total[wrong.length === 0 ? 'passed' : 'failed'] += 1;
  const numbers = Object.entries(measured).map(([what, value]) => `${what} ${value}`);
  process.stdout.write(
    `${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${name}: ${numbers.join(', ')}\n`,
  );
  for (const line of wrong.slice(0, 20)) process.stdout.write(`         ${line}\n`);
}

async function test(name: string, files: string): Promise<void> {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...files.split(' ')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  const wrong = code === 0 ? [] : [`npx vitest run ${files} tells more`];
  show({ name: `${name} ${files}`, wrong, measured: {} });
}
