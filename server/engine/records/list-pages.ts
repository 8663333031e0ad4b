import type { Ctx } from '../context.ts';
import { list, type ListQuery } from './list.ts';
import type { PresentedRecord } from './selection.ts';

type WholeQuery = Omit<ListQuery, 'limit' | 'cursor' | 'offset'>;

/** What one page holds at most. */
const largestPage = 200;

/** Every record that matches, a page in memory at a time. */
export async function* listPages(
  ctx: Ctx,
  objectKey: string,
  query: WholeQuery,
): AsyncGenerator<PresentedRecord[]> {
  let cursor: string | undefined;
  do {
    const page = await list(ctx, objectKey, { ...query, limit: largestPage, cursor });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Every record that matches; for what is few. */
export async function listAll(
  ctx: Ctx,
  objectKey: string,
  query: WholeQuery,
): Promise<PresentedRecord[]> {
  const all: PresentedRecord[] = [];
  for await (const page of listPages(ctx, objectKey, query)) all.push(...page);
  return all;
}
