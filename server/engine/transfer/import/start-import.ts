import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { v7 as newId } from 'uuid';
import { forbidden } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { addJob } from '#engine/jobs/add-job.ts';
import { shownName } from '../../files/file-name.ts';
import { findObject } from '../../records/find-object.ts';
import { withTransaction } from '../../transaction.ts';
import { asJsonb, loadImport, presentImport } from './store.ts';
import type { Import, ImportOptions } from './types.ts';

export const largestUpload = 50 * 1_048_576;

export interface NewImport {
  object: string;
  /** The file itself, or where it is. */
  source: Readable | { filePath: string };
  /** Shown to people; never a name on a disk. */
  fileName?: string;
  options?: ImportOptions;
  /** Leaves it to the caller to work it off with `runImportNow`. */
  here?: boolean;
}

/** The bytes of an upload, kept; nobody knows of them yet. */
export interface StoredImport {
  id: string;
  object: string;
  fileName: string;
  options: ImportOptions;
  size: number;
  sha256: string;
}

/** Takes a file and queues its reading. */
export const startImport = async (ctx: Ctx, asked: NewImport): Promise<Import> =>
  keepImport(ctx, await storeImport(ctx, asked), asked);

/** Puts the bytes in the store. There is no import yet: keepImport or dropImport follows. */
export async function storeImport(
  ctx: Ctx,
  { object, source, fileName, options = {} }: Omit<NewImport, 'here'>,
): Promise<StoredImport> {
  const { key } = findObject(ctx, object);
  if (!ctx.access.of(key).import) throw forbidden();
  const id = newId();
  const isStream = !('filePath' in source);
  const content = isStream ? source : createReadStream(source.filePath);
  const name = shownName(fileName ?? (isStream ? 'import' : basename(source.filePath)));
  const { size, sha256 } = await ctx.files.write(storedName(id), content, largestUpload);
  return { id, object: key, fileName: name, options, size, sha256 };
}

/** Makes a stored file an import, whose reading is queued. */
export const keepImport = (
  ctx: Ctx,
  { id, object, fileName, options, size }: StoredImport,
  { here = false }: Pick<NewImport, 'here'> = {},
): Promise<Import> =>
  withTransaction(ctx, async (inside) => {
    await inside.tables
      .insertInto('import')
      .values({
        id,
        object,
        state: 'waiting',
        stored: storedName(id),
        file_name: fileName,
        size,
        options: asJsonb(options),
        counts: asJsonb({}),
        created_by: inside.actor.kind === 'member' ? inside.actor.id : null,
      })
      .execute();
    if (!here) await queueImport(inside, id);
    return presentImport(inside, await loadImport(inside, id));
  });

/** Removes the bytes of what became no import. */
export const dropImport = (ctx: Ctx, { id }: StoredImport): Promise<void> =>
  ctx.files.remove(storedName(id));

export const storedName = (id: string): string => `import-${id}`;

/** One worker at a time goes on with it, and with one import of the company: another may hold the same rows. */
export const queueImport = (ctx: Ctx, id: string): Promise<void> =>
  addJob(
    ctx,
    'import',
    { importId: id },
    { key: `import:${id}`, queue: `import:${ctx.workspace.id}`, maxAttempts: 5 },
  );
