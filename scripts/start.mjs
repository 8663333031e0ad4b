import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, runPinned } from './bootstrap.mjs';
import { buildWeb } from './build-web.mjs';

await ensureInstalled({ forTests: false });
buildWeb();
const watch = process.argv.includes('--watch');
const preload = pathToFileURL(path.join(root, 'scripts', 'leave-with-launcher.mjs')).href;
const main = path.join(root, 'server', 'main.ts');
process.exitCode = watch
  ? await runPinned(['--watch', main])
  : await runPinned(['--import', preload, main], { leaveTogether: true });
