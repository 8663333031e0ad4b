import { AppError } from '#shared/errors.ts';
import { fold } from '#shared/locale/text.ts';
import type { Ctx } from '../context.ts';
import { longQuery } from '../long-query.ts';
import { tableOf } from '../records/find-object.ts';
import { columnName, quote } from '../records/sql.ts';
import { updateRecords, type Patch } from '../records/update.ts';
import type { Job } from '#engine/jobs/job.ts';
import { findTagField } from './find-tag-field.ts';

const chunk = 200;

/**
 * Gives one word for another, or takes it away, in every record that carries it in any spelling, through the pipeline:
 * with history, search and events. May be stopped and repeated. `fresh` gives the actor with their rights of now, for each
 * chunk. Gives how many were changed, and which refused.
 */
export async function replaceTag(
  ctx: Ctx,
  { field: name, from, to }: { field: string; from: string; to: string | null },
  fresh: () => Promise<Ctx> = async () => ctx,
): Promise<{ changed: number; refused: string[] }> {
  const { object, field } = findTagField(ctx, name);
  const table = tableOf(ctx, object);
  const list = quote(columnName(field, ''));
  const folded = fold(from);
  const all = await longQuery(
    ctx,
    `select distinct unnest(${list}) from ${table} where deleted_at is null`,
  );
  const spellings = all.map(([word]) => String(word)).filter((word) => fold(word) === folded);
  const wrong = spellings.filter((word) => word !== to);
  const refused: string[] = [];
  let changed = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; wrong.length > 0;) {
    const rows = await ctx.db.prepared(
      `select id, ${list} from ${table} where ${list} && $1::text[] and id > $2::uuid and deleted_at is null
       order by id limit ${chunk}`,
      [wrong, after],
    );
    const patches = rows.map(([id, words]): Patch => ({
      id: String(id),
      values: { [field.key]: replaced(Array.isArray(words) ? words.map(String) : [], folded, to) },
    }));
    const failed = await update(await fresh(), object.key, patches);
    changed += patches.length - failed.length;
    refused.push(...failed);
    const last = patches.at(-1);
    if (!last || patches.length < chunk) break;
    after = last.id;
  }
  return { changed, refused };
}

function replaced(words: readonly string[], folded: string, to: string | null): string[] {
  const others = words.filter((word) => fold(word) !== folded);
  if (to === null || others.some((word) => fold(word) === fold(to))) return others;
  const at = words.findIndex((word) => fold(word) === folded);
  return others.toSpliced(at, 0, to);
}

/** A record that its own rules refuse must not keep the others from being changed. */
async function update(ctx: Ctx, object: string, patches: readonly Patch[]): Promise<string[]> {
  try {
    await updateRecords(ctx, object, patches);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (patches.length === 1) {
      ctx.log.warn({ err: error, object, id: patches[0]?.id }, 'a tag could not be replaced');
      return patches.map(({ id }) => id);
    }
  }
  const failed: string[] = [];
  for (const patch of patches) failed.push(...(await update(ctx, object, [patch])));
  return failed;
}

export const replaceTagJob: Job = {
  name: 'replaceTag',
  async run(ctx, { field, from, to }, fresh) {
    const words = {
      field: String(field),
      from: String(from),
      to: typeof to === 'string' ? to : null,
    };
    await replaceTag(ctx, words, fresh);
  },
};
