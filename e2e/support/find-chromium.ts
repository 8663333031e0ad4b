import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium of this machine; on Debian and its relatives it is installed when we may. */
export function findChromium(): string {
  const found = here() ?? install();
  if (found === undefined)
    throw new Error(
      'The journeys need Chromium: install it (on Debian `apt-get install chromium`), or name its program in CHROMIUM_PATH.',
    );
  return found;
}

const here = (): string | undefined =>
  places.find((place): place is string => place !== undefined && fs.existsSync(place));

function install(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  if (!fs.existsSync('/usr/bin/apt-get')) return undefined;
  process.stderr.write('Installing Chromium for the journeys (once) …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 2, 2], env });
  const asked = ['install', '-y', '--no-install-recommends', 'chromium'];
  if (run(...asked).status !== 0) {
    // The lists of a fresh machine are old or empty.
    run('update');
    run(...asked);
  }
  return here();
}
