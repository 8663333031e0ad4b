import type { NoticeSubject } from '#shared/notices.ts';
import type { Ctx } from '../context.ts';
import { findTitles } from '../records/find-titles.ts';

/** What notices are about, by id: only records that the actor may see now, those in the trash marked. */
export async function findSubjects(
  ctx: Ctx,
  links: readonly { object: string; id: string }[],
): Promise<Map<string, NoticeSubject>> {
  if (links.length === 0) return new Map();
  const all = await findTitles(ctx, links, { trash: true });
  const living = await findTitles(ctx, links);
  return new Map(
    links.flatMap(({ object, id }) => {
      const title = all.get(id);
      return title === undefined ? [] : [[id, { object, id, title, removed: !living.has(id) }]];
    }),
  );
}
