import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, pinnedEnvironment, pinnedNode, root } from './bootstrap.mjs';

await ensureInstalled({ forTests: true });

const stages = [
  { name: 'format', bin: 'oxfmt/bin/oxfmt', args: ['--check'] },
  { name: 'lint', bin: 'oxlint/bin/oxlint', args: ['--deny-warnings'] },
  { name: 'types', bin: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
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
  report('tests', count(file, status));
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

/** A file that cannot even be loaded has no failed test, and still is a failure. */
function count(file, status) {
  let passed = 0;
  let failed = 0;
  if (fs.existsSync(file)) {
    const { testResults } = JSON.parse(fs.readFileSync(file, 'utf8'));
    for (const { status: fileStatus, assertionResults } of testResults) {
      const failures = assertionResults.filter((test) => test.status === 'failed').length;
      passed += assertionResults.filter((test) => test.status === 'passed').length;
      failed += failures === 0 && fileStatus === 'failed' ? 1 : failures;
    }
  }
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}
