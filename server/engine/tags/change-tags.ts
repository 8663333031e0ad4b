import { conflict, forbidden, invalid, notFound } from '#shared/errors.ts';
import { tags as tagsKind } from '#shared/fields/tags.ts';
import { fold } from '#shared/locale/text.ts';
import { addJob } from '#engine/jobs/add-job.ts';
import type { Ctx } from '../context.ts';
import { isId } from '../records/get.ts';
import { withTransaction } from '../transaction.ts';
import { findTagField } from './find-tag-field.ts';
import { forgetKnownTags } from './learn-tags.ts';
import type { Tag } from './list-tags.ts';
import { replaceTagJob } from './replace-tag.ts';

/** Renames or colours a word of a catalogue; records follow in a job. For administrators, like all of these. */
export function updateTag(
  ctx: Ctx,
  id: string,
  { name, color }: { name?: string | undefined; color?: string | null | undefined },
): Promise<Tag> {
  return withTransaction(ctx, async (ctx) => {
    const tag = await findTag(ctx, id);
    const word = name === undefined ? tag.name : checkName(name);
    const taken = await ctx.tables
      .selectFrom('tag')
      .select('id')
      .where('field', '=', tag.field)
      .where('folded', '=', fold(word))
      .where('id', '<>', tag.id)
      .executeTakeFirst();
    // Two words become one by merging them, which cannot be taken back by a rename.
    if (taken) throw conflict([{ path: 'name', code: 'notUnique' }]);
    await ctx.tables
      .updateTable('tag')
      .set({ name: word, folded: fold(word), ...(color !== undefined && { color }) })
      .where('id', '=', tag.id)
      .execute();
    if (word !== tag.name) await replaceLater(ctx, tag, word);
    return { ...tag, name: word, color: color === undefined ? tag.color : color };
  });
}

/** Makes one word of two: the first goes, and its records carry the second. */
export function mergeTag(ctx: Ctx, id: string, into: string): Promise<Tag> {
  return withTransaction(ctx, async (ctx) => {
    const tag = await findTag(ctx, id);
    const other = await findTag(ctx, into);
    if (other.id === tag.id || other.field !== tag.field)
      throw invalid([{ path: 'into', code: 'notFound' }]);
    await ctx.tables.deleteFrom('tag').where('id', '=', tag.id).execute();
    await replaceLater(ctx, tag, other.name);
    return other;
  });
}

/** Takes a word out of the catalogue and off every record. */
export function removeTag(ctx: Ctx, id: string): Promise<void> {
  return withTransaction(ctx, async (ctx) => {
    const tag = await findTag(ctx, id);
    await ctx.tables.deleteFrom('tag').where('id', '=', tag.id).execute();
    await replaceLater(ctx, tag, null);
  });
}

async function findTag(ctx: Ctx, id: string): Promise<Tag> {
  if (!ctx.access.administrator) throw forbidden();
  if (!isId(id)) throw notFound();
  const tag = await ctx.tables
    .selectFrom('tag')
    .select(['id', 'field', 'name', 'color'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!tag) throw notFound();
  findTagField(ctx, tag.field);
  return tag;
}

/** The same rules as for a word typed into a record. */
function checkName(name: string): string {
  const parsed = tagsKind.parse([name], { kind: 'tags', label: { vi: '', en: '' } });
  if (!parsed.ok)
    throw invalid(
      parsed.refusals.map(({ code, params }) => ({
        path: 'name',
        code,
        ...(params && { params }),
      })),
    );
  const [word] = parsed.value ?? [];
  if (word === undefined) throw invalid([{ path: 'name', code: 'required' }]);
  return word;
}

/** One after the other for each field, so that a rename and a removal do not cross. */
async function replaceLater(ctx: Ctx, { field, name }: Tag, to: string | null): Promise<void> {
  await addJob(
    ctx,
    replaceTagJob.name,
    { field, from: name, to },
    { queue: `tags ${ctx.workspace.id} ${field}` },
  );
  ctx.afterCommit(() => forgetKnownTags(ctx));
}
