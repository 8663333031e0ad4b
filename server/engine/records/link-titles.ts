import { readLink, writeLink } from '#shared/record-link.ts';
import type { Ctx } from '../context.ts';
import type { Cells } from '../db.ts';
import { findTitles } from './find-titles.ts';

/** Titles of what the keys of links lead to, of those the actor may see. */
export async function linkTitles(
  ctx: Ctx,
  rows: readonly Cells[],
  linked: readonly boolean[],
): Promise<Map<unknown, string>> {
  const keys = new Set(rows.flatMap((row) => row.filter((key, i) => linked[i] && key !== null)));
  const links = [...keys].flatMap((key) => readLink(String(key)) ?? []);
  if (links.length === 0) return new Map();
  const titles = await findTitles(ctx, links);
  return new Map(
    links.flatMap((link) => {
      const title = titles.get(link.id);
      return title === undefined ? [] : [[writeLink(link), title] as const];
    }),
  );
}
