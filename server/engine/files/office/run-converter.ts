// oxlint-disable-next-line no-restricted-imports -- a converter is a program of its own; nothing else here starts one
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

/** A hundred pages take some seconds; what takes longer than this never ends. */
const longestMs = 60_000;

/** Nothing in a document runs, and nothing is fetched that it points to. */
const carefulProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

/**
 * Writes what an office file looks like as a PDF to `target`. The converter works in a folder of its own, without the
 * program's environment, and is ended with all it started when it takes too long.
 */
export async function runConverter(
  converter: string,
  source: { content: Readable; extension: string },
  target: string,
  withinMs = longestMs,
): Promise<void> {
  const folder = await mkdtemp(`${target}.`);
  try {
    const profile = path.join(folder, 'profile');
    await mkdir(path.join(profile, 'user'), { recursive: true });
    await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), carefulProfile);
    const input = path.join(folder, `source.${source.extension}`);
    await pipeline(source.content, createWriteStream(input, { mode: 0o600 }));
    await ended(
      spawn(
        converter,
        [
          '--headless',
          '--norestore',
          '--nolockcheck',
          '--nodefault',
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          input,
        ],
        {
          cwd: folder,
          env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8' },
          stdio: 'ignore',
          detached: true,
        },
      ),
      withinMs,
    );
    await rename(path.join(folder, 'source.pdf'), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function ended(child: ReturnType<typeof spawn>, withinMs: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.once('error', reject);
  child.once('exit', (code) =>
    code === 0 ? resolve() : reject(new Error(`the converter ended with ${code}`)),
  );
  const timeout = setTimeout(() => reject(new Error('the converter took too long')), withinMs);
  try {
    await promise;
  } finally {
    clearTimeout(timeout);
    killGroup(child.pid);
  }
}

/** What it started lives in its group, also after it. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}
