// node scripts/run.mjs <entry> [arguments]: any other program of this repository.
import path from 'node:path';
import { ensureInstalled, root, runPinned } from './bootstrap.mjs';

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  process.stderr.write('usage: node scripts/run.mjs <entry> [arguments]\n');
  process.exit(2);
}
await ensureInstalled({ forTests: entry !== 'server/cli.ts' });
process.exitCode = await runPinned([path.join(root, entry), ...args]);
