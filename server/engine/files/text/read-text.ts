import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fold } from '#shared/locale/text.ts';
import type { Ctx } from '../../context.ts';
import type { Job } from '#engine/jobs/job.ts';
import { tableOf } from '../../records/find-object.ts';
import { column, columnName, qualified } from '../../records/sql.ts';
import { searchedFile } from '../../search/document.ts';
import { withTransaction } from '../../transaction.ts';
import { storedName } from '../file-name.ts';
import { readTextJob } from './ask-for-text.ts';
import { extractText } from './extract-text.ts';

/** Larger ones are films and archives, or too much to look into. */
const largest = 100 * 1_048_576;

/** Reads the words of a file and lets the search find by them the record whose file it is. */
export const readText: Job = {
  name: readTextJob,
  async run(ctx, { fileId }) {
    const file = await ctx.tables
      .selectFrom('file')
      .select(['id', 'type', 'size'])
      .where('id', '=', String(fileId))
      .executeTakeFirst();
    // Removed meanwhile.
    if (!file) return;
    const found = await wordsOf(ctx, { ...file, size: Number(file.size) });
    await withTransaction(ctx, (inside) => keepWords(inside, file.id, found));
  },
  // Whoever sent it may have left; what is in it is searched all the same.
  refused: (ctx, payload) => readText.run(ctx, payload, async () => ctx),
};

interface Words {
  state: 'done' | 'none' | 'failed';
  text: string;
}

async function wordsOf(
  ctx: Ctx,
  { id, type, size }: { id: string; type: string; size: number },
): Promise<Words> {
  if (size === 0 || size > largest) return { state: 'none', text: '' };
  const folder = await mkdtemp(path.join(tmpdir(), 'duyen-text-'));
  try {
    const filePath = path.join(folder, 'file');
    await pipeline(await ctx.files.read(storedName(ctx, id)), createWriteStream(filePath));
    const text = await extractText({ filePath, type });
    return text ? { state: 'done', text } : { state: 'none', text: '' };
  } catch (error) {
    // A damaged or hostile file; reading it again would end the same.
    ctx.log.info({ err: error, file: id, type }, 'the words of a file could not be read');
    return { state: 'failed', text: '' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keepWords(ctx: Ctx, fileId: string, { state, text }: Words): Promise<void> {
  const values = { state, text, folded: fold(text), at: ctx.now.toISOString() };
  await ctx.tables
    .insertInto('file_text')
    .values({ file_id: fileId, ...values })
    .onConflict((conflict) => conflict.column('file_id').doUpdateSet(values))
    .execute();
  const file = await ctx.tables
    .selectFrom('file')
    .select(['object', 'record_id'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (file?.object && file.record_id) await findByWords(ctx, file.object, file.record_id);
}

/** Puts the words of the file a record has now into its search document. */
async function findByWords(ctx: Ctx, key: string, recordId: string): Promise<void> {
  const object = ctx.model.objects.get(key);
  const field = object && searchedFile(object);
  if (!object || !field) return;
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  await ctx.db.prepared(
    `update ${table('search_document')} d set content = nullif(x.folded, '')
     from (select t.id, f.folded from ${tableOf(ctx, object)} t join ${table('file_text')} f on f.file_id = ${column('t', columnName(field, ''))}
       where t.id = $1::uuid for share of t) x
     where d.object = $2::text and d.record_id = x.id`,
    [recordId, key],
  );
}
