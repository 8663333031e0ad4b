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

/** Takes a file and queues its reading. */
export async function startImport(
  ctx: Ctx,
  { object, source, fileName, options = {}, here = false }: NewImport,
): Promise<Import> {
  const { key } = findObject(ctx, object);
  if (!ctx.access.of(key).import) throw forbidden();
  const id = newId();
  const isStream = !('filePath' in source);
  const content = isStream ? source : createReadStream(source.filePath);
  const { size } = await ctx.files.write(storedName(id), content, largestUpload);
  return withTransaction(ctx, async (inside) => {
    await inside.tables
      .insertInto('import')
      .values({
        id,
        object: key,
        state: 'waiting',
        stored: storedName(id),
        file_name: shownName(fileName ?? (isStream ? 'import' : basename(source.filePath))),
        size,
        options: asJsonb(options),
        counts: asJsonb({}),
        created_by: inside.actor.kind === 'member' ? inside.actor.id : null,
      })
      .execute();
    if (!here) await queueImport(inside, id);
    return presentImport(inside, await loadImport(inside, id));
  });
}

export const storedName = (id: string): string => `import-${id}`;

/** One worker at a time goes on with it, and with one import of the company: another may hold the same rows. */
export const queueImport = (ctx: Ctx, id: string): Promise<void> =>
  addJob(
    ctx,
    'import',
    { importId: id },
    { key: `import:${id}`, queue: `import:${ctx.workspace.id}`, maxAttempts: 5 },
  );
