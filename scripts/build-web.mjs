// Builds the web application into dist/web, unless that is what is there.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, pinnedEnvironment, pinnedNode, root } from './bootstrap.mjs';

const output = path.join(root, 'dist', 'web');
const stamp = path.join(output, '.built');
const inputs = [
  'web',
  'shared',
  'docs/guide',
  'vite.config.ts',
  'package-lock.json',
  'package.json',
];

export function buildWeb() {
  const wanted = hashOf(inputs.map((each) => path.join(root, each)));
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const done = spawnSync(pinnedNode, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Tests set another one, and would get React as it is for those who work on it: slower, half as large again.
    env: pinnedEnvironment({ NODE_ENV: 'production' }),
  });
  if (done.status !== 0) {
    process.stderr.write('The web application could not be built; the reason is above.\n');
    process.exit(1);
  }
  compress(output);
  fs.writeFileSync(stamp, wanted);
}

/** Compressed once here instead of for every browser. */
function compress(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(?:js|css|svg|webmanifest)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = fs.readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    fs.writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    fs.writeFileSync(`${file}.gz`, gzipSync(bytes));
  }
}

function hashOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    if (!fs.existsSync(place)) continue;
    const files = fs.statSync(place).isDirectory()
      ? fs
          .readdirSync(place, { recursive: true })
          .map((name) => path.join(place, name))
          .filter((file) => fs.statSync(file).isFile())
          .toSorted()
      : [place];
    for (const file of files) hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled({ forTests: false });
  buildWeb();
}
