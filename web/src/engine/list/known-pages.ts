import type { RecordData, RecordPage } from '#web/api/records.ts';

/** What has come of a list, by its place. A page that is asked again stays in sight until its answer is there. */
export interface Known {
  /** By page: where it begins. The first begins nowhere. */
  cursors: readonly (string | undefined)[];
  pages: readonly (RecordPage | undefined)[];
}

export const noPages = (): Known => ({ cursors: [undefined], pages: [] });

/** With an answer, and where the page after it begins. The same when it is known. */
export function learn(known: Known, page: number, data: RecordPage): Known {
  if (known.pages[page] === data) return known;
  const isEnd = data.nextCursor === null;
  const pages = isEnd ? known.pages.slice(0, page) : [...known.pages];
  const cursors = isEnd ? known.cursors.slice(0, page + 1) : [...known.cursors];
  pages[page] = data;
  if (data.nextCursor !== null) cursors[page + 1] = data.nextCursor;
  return { cursors, pages };
}

/** How many there are, once the end has come. */
export function wholeRows({ cursors, pages }: Known, size: number): number | undefined {
  const last = pages[cursors.length - 1];
  return last?.nextCursor === null ? (cursors.length - 1) * size + last.items.length : undefined;
}

export const recordsOf = ({ pages }: Known): RecordData[] =>
  pages.flatMap((page) => page?.items ?? []);
