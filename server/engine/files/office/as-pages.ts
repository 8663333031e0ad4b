import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isOfficeType } from '#shared/office-type.ts';
import type { Ctx } from '../../context.ts';
import { storedName } from '../file-name.ts';
import { usualExtension } from '../file-types.ts';
import type { FileRow } from '../find-file.ts';
import { findConverter } from './find-converter.ts';
import { runConverter } from './run-converter.ts';

/** Made anew when they are asked for again. */
const mostKept = 100;
/** Beyond this the words have to do: a converter takes many times the memory. */
const largestSource = 50_000_000;
/** Whoever comes behind so many reads the words meanwhile. */
const mostWaiting = 20;

let folder: Promise<string> | undefined;
const made = new Map<string, Promise<string | null>>();
let turn: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * What an office file looks like, as the path of a PDF; null where no converter is installed or it makes nothing of the
 * file. The same content is converted once, one file after the other.
 */
export async function asPages(ctx: Ctx, file: FileRow): Promise<string | null> {
  const extension = isOfficeType(file.type) ? usualExtension(file.type) : undefined;
  if (extension === undefined || file.size > largestSource) return null;
  const converter = await findConverter();
  if (converter === null) return null;
  const key = `${file.sha256}-${extension}`;
  const kept = made.get(key);
  if (!kept && waiting >= mostWaiting) return null;
  // The newest are at the end.
  made.delete(key);
  const pages =
    kept ?? inTurn(() => convert(ctx, file, { converter, extension, name: `${key}.pdf` }));
  made.set(key, pages);
  letGo();
  return pages;
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  waiting += 1;
  const mine = turn.then(work).finally(() => (waiting -= 1));
  turn = mine.catch(() => undefined);
  return mine;
}

async function convert(
  ctx: Ctx,
  file: FileRow,
  { converter, extension, name }: { converter: string; extension: string; name: string },
): Promise<string | null> {
  try {
    const target = path.join(await ownFolder(), name);
    const content = await ctx.files.read(storedName(ctx, file.id));
    await runConverter(converter, { content, extension }, target);
    return target;
  } catch (error) {
    ctx.log.warn({ err: error, file: file.id }, 'a file could not be shown as pages');
    return null;
  }
}

/** Gone with the process: what it holds is made from files that stay. */
function ownFolder(): Promise<string> {
  folder ??= mkdtemp(path.join(os.tmpdir(), 'duyen-pages-')).then((own) => {
    process.once('exit', () => rmSync(own, { recursive: true, force: true }));
    return own;
  });
  return folder;
}

function letGo(): void {
  for (const [key, pages] of made) {
    if (made.size <= mostKept) return;
    made.delete(key);
    void pages.then((file) => (file === null ? undefined : rm(file, { force: true })));
  }
}
