// Runs with whatever Node the machine has (20 or newer), before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const lockFile = path.join(root, 'package-lock.json');
export const pinnedNode = path.join(
  modules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Installs what package-lock.json says, unless that is what is there. */
export async function ensureInstalled({ forTests }) {
  if (isInstalled(forTests)) return;
  await withInstallLock(() => {
    if (!isInstalled(forTests)) install(forTests);
  });
}

/** Compares npm's note of what it has installed, written when all is done, with the lock file. */
function isInstalled(forTests) {
  if (!fs.existsSync(pinnedNode)) return false;
  const installed = packagesOf(path.join(modules, '.package-lock.json'));
  if (installed === undefined) return false;
  return Object.entries(packagesOf(lockFile) ?? {}).every(([place, wanted]) => {
    if (place === '') return true;
    const found = installed[place];
    if (found !== undefined) return found.version === wanted.version;
    return wanted.optional || wanted.devOptional || (wanted.dev && !forTests);
  });
}

function packagesOf(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : undefined;
}

function install(forTests) {
  process.stderr.write('Installing the packages of package-lock.json (a minute or two, once) …\n');
  // Packages ask for the pinned Node, not for the one that npm runs on: its warnings would only frighten.
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts=false', '--loglevel=error'];
  // NODE_ENV=production and omit=dev are right for running, but tests need everything.
  if (forTests) args.push('--include=dev');
  const npm = process.env.npm_execpath;
  const viaNode = npm !== undefined && /\.c?js$/.test(npm);
  const done = spawnSync(viaNode ? process.execPath : 'npm', viaNode ? [npm, ...args] : args, {
    cwd: root,
    // Standard output belongs to the program that comes after.
    stdio: ['ignore', 2, 2],
    shell: !viaNode && process.platform === 'win32',
  });
  if (done.status !== 0)
    fail(
      `npm ci failed (${done.error?.message ?? done.signal ?? `exit status ${done.status}`}); ` +
        'the reason is above. Check the network and the free disk space, then run the same command again.',
    );
  const check = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' });
  if (check.status !== 0)
    fail(
      `npm ci finished but ${path.relative(root, pinnedNode)} does not run ` +
        `(${check.error?.message ?? check.stderr.trim()}); install scripts must be allowed for the package "node".`,
    );
}

async function withInstallLock(work) {
  const lock = path.join(os.tmpdir(), `duyen-install-${os.userInfo().uid}-${hashOf(root)}.lock`);
  for (let told = false; ;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(lock)) {
      fs.rmSync(lock, { force: true });
      continue;
    }
    if (!told) process.stderr.write('Waiting for another installation of this folder …\n');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const unlock = () => fs.rmSync(lock, { force: true });
  // A failed installation ends the process.
  process.once('exit', unlock);
  work();
  process.removeListener('exit', unlock);
  unlock();
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function isAlive(lock) {
  try {
    const pid = Number(fs.readFileSync(lock, 'utf8'));
    // Empty: its writer is between creating and filling it.
    if (pid === 0) return Date.now() - fs.statSync(lock).mtimeMs < 5_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Environment in which `node` is the pinned one, for programs that start others. */
export function pinnedEnvironment(extra = {}) {
  const before = `${path.join(modules, '.bin')}${path.delimiter}`;
  return {
    // What was compiled once is read back: a start takes half the time.
    NODE_COMPILE_CACHE: path.join(modules, '.cache', 'compiled'),
    ...process.env,
    ...extra,
    PATH: before + (process.env.PATH ?? ''),
  };
}

/** Runs the pinned Node with our terminal and passes signals on; gives its exit status. */
export function runPinned(args, { env = {}, leaveTogether = false } = {}) {
  const child = spawn(pinnedNode, args, {
    stdio: leaveTogether ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    env: pinnedEnvironment(env),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])
    process.on(signal, () => {
      // From a terminal, Ctrl+C has reached the child already; twice would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  if (leaveTogether && process.env.npm_lifecycle_event !== undefined) endWithNpm(child);
  return new Promise((resolve) => {
    child.on('error', (error) => fail(`${pinnedNode} cannot be started: ${error.message}`));
    child.on('exit', (code, signal) => resolve(code ?? 128 + (os.constants.signals[signal] ?? 0)));
  });
}

/** npm waits for us, so other parents mean that npm was killed: do not hold its port for ever. */
function endWithNpm(child) {
  const before = parents();
  setInterval(() => {
    if (parents() !== before) child.kill('SIGTERM');
  }, 500).unref();
}

/** npm starts us through a shell, so it is our parent's parent. */
function parents() {
  const parent = process.ppid;
  try {
    const stat = fs.readFileSync(`/proc/${parent}/stat`, 'utf8');
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return `${parent}`;
  }
}
