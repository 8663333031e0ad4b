import type { ModelField, ModelObject } from '#shared/model.ts';
import type { NoticeSubject } from '#shared/notices.ts';
import type { Ctx } from '../context.ts';
import { tableOf } from '../records/find-object.ts';
import { findTitles } from '../records/find-titles.ts';
import { recordsOf } from '../records/references.ts';
import { columnName, quote } from '../records/sql.ts';

interface Link {
  object: string;
  id: string;
}

/** What notices are about, by id: only records that the actor may see now, those in the trash marked. */
export async function findSubjects(
  ctx: Ctx,
  links: readonly Link[],
): Promise<Map<string, NoticeSubject>> {
  if (links.length === 0) return new Map();
  const within = await findWithin(ctx, links);
  const all = await findTitles(ctx, [...links, ...within.values()], { trash: true });
  const living = await findTitles(ctx, links);
  return new Map(
    links.flatMap(({ object, id }) => {
      const title = all.get(id);
      if (title === undefined) return [];
      const around = within.get(id);
      return [
        [
          id,
          {
            object,
            id,
            title,
            removed: !living.has(id),
            within: around ? { ...around, title: all.get(around.id) ?? null } : null,
          },
        ],
      ];
    }),
  );
}

/** The record each of these belongs to, by id; none for what stands by itself. */
async function findWithin(ctx: Ctx, links: readonly Link[]): Promise<Map<string, Link>> {
  const found = new Map<string, Link>();
  for (const [key, group] of Map.groupBy(links, ({ object }) => object)) {
    const object = ctx.model.objects.get(key);
    const relation = object && belongingOf(object);
    const target = relation && recordsOf(ctx.model, relation);
    if (!object || !relation || !target) continue;
    const rows = await ctx.db.prepared(
      `select t.id, t.${quote(columnName(relation, ''))} from ${tableOf(ctx, object)} t where t.id = any($1::uuid[])`,
      [[...new Set(group.map(({ id }) => id))]],
    );
    for (const [id, other] of rows)
      if (typeof other === 'string') found.set(String(id), { object: target.key, id: other });
  }
  return found;
}

/** What it cannot be without, and whose readers read it. */
function belongingOf(object: ModelObject): ModelField | undefined {
  const keys = typeof object.reach === 'object' ? [object.reach.through] : object.seenWith;
  return keys
    .flatMap((key) => object.fields.get(key) ?? [])
    .find((field) => field.kind === 'relation' && field.required === true);
}
