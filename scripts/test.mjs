import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, pinnedEnvironment, pinnedNode, root } from './bootstrap.mjs';
import { countResults } from './count-results.mjs';

await ensureInstalled({ forTests: true });

const stages = [
  { name: 'format', bin: 'oxfmt/bin/oxfmt', args: ['--check'] },
  { name: 'lint', bin: 'oxlint/bin/oxlint', args: ['--deny-warnings'] },
  { name: 'types', bin: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types of the web', bin: 'typescript/bin/tsc', args: ['-p', 'web/tsconfig.json'] },
  { name: 'types of the journeys', bin: 'typescript/bin/tsc', args: ['-p', 'e2e/tsconfig.json'] },
];

const total = { passed: 0, failed: 0 };
for (const { name, bin, args } of stages) {
  const status = await run(bin, args);
  report(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}
const results = fs.mkdtempSync(path.join(os.tmpdir(), 'duyen-results-'));
try {
  const file = path.join(results, 'vitest.json');
  const status = await run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ]);
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  report('tests', countResults(text, status));
} finally {
  fs.rmSync(results, { recursive: true, force: true });
}
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);

function report(name, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  process.stdout.write(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}\n`);
}

function run(bin, args) {
  const child = spawn(pinnedNode, [path.join(root, 'node_modules', bin), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: pinnedEnvironment({ NODE_ENV: 'test' }),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 128));
  });
}
