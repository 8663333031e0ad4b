import type { RecordData, RecordPage } from '#web/api/records.ts';

/** Where a page begins: behind a cursor; by its place, where somebody jumped over the pages before it. */
export interface Start {
  cursor?: string;
  offset?: number;
}

/** What has come of a list, by its place. A page that is asked again stays in sight until its answer is there. */
export interface Known {
  starts: readonly (Start | undefined)[];
  pages: readonly (RecordPage | undefined)[];
}

export const noPages = (): Known => ({ starts: [{}], pages: [] });

/** The same page is asked in the same way again, so that its answer is kept. */
export const startOf = ({ starts }: Known, page: number, size: number): Start =>
  starts[page] ?? { offset: page * size };

/** With an answer, and where the page after it begins. The same when it is known. */
export function learn(known: Known, page: number, data: RecordPage, start: Start = {}): Known {
  if (known.pages[page] === data) return known;
  const isEnd = data.nextCursor === null;
  const pages = isEnd ? known.pages.slice(0, page) : [...known.pages];
  const starts = isEnd ? known.starts.slice(0, page + 1) : [...known.starts];
  pages[page] = data;
  starts[page] ??= start;
  // One that was jumped to stays where it is.
  if (data.nextCursor !== null && starts[page + 1]?.offset === undefined)
    starts[page + 1] = { cursor: data.nextCursor };
  return { starts, pages };
}

/** How many there are, once the end has come. */
export function wholeRows({ starts, pages }: Known, size: number): number | undefined {
  const last = pages[starts.length - 1];
  return last?.nextCursor === null ? (starts.length - 1) * size + last.items.length : undefined;
}

export const recordsOf = ({ pages }: Known): RecordData[] =>
  pages.flatMap((page) => page?.items ?? []);

/** Pages that have come one after the other around one of them, and how many rows are before them. */
export function around({ pages }: Known, page: number, size: number) {
  let first = page;
  while (pages[first - 1]) first -= 1;
  let last = page;
  while (pages[last + 1]) last += 1;
  const some = pages.slice(first, last + 1);
  const records = some.flatMap((each) => each?.items ?? []);
  return { records, before: first * size, nextCursor: some.at(-1)?.nextCursor ?? undefined };
}
