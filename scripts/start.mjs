import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, runPinned } from './bootstrap.mjs';
import { buildWeb } from './build-web.mjs';
import { serverArguments } from './server-arguments.mjs';

await ensureInstalled({ forTests: false });
buildWeb();
const watch = process.argv.includes('--watch');
const preload = pathToFileURL(path.join(root, 'scripts', 'leave-with-launcher.mjs')).href;
process.exitCode = watch
  ? await runPinned(['--watch', ...serverArguments])
  : await runPinned(['--import', preload, ...serverArguments], { leaveTogether: true });
