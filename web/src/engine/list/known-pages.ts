import type { RecordData, RecordPage } from '#web/api/records.ts';

/** What has come of a list, by its place. A page that is asked again stays in sight until its answer is there. */
export interface Known {
  /** By page: where it begins. The first begins nowhere. */
  cursors: (string | undefined)[];
  pages: (RecordPage | undefined)[];
}

export const noPages = (): Known => ({ cursors: [undefined], pages: [] });

/** Takes in an answer, and where the page after it begins. */
export function learn(known: Known, page: number, data: RecordPage): void {
  known.pages[page] = data;
  if (data.nextCursor === null) {
    known.cursors.length = page + 1;
    known.pages.length = page + 1;
  } else {
    known.cursors[page + 1] = data.nextCursor;
  }
}

/** How many there are, once the end has come. */
export function wholeRows({ cursors, pages }: Known, size: number): number | undefined {
  const last = pages[cursors.length - 1];
  return last?.nextCursor === null ? (cursors.length - 1) * size + last.items.length : undefined;
}

export const recordsOf = ({ pages }: Known): RecordData[] =>
  pages.flatMap((page) => page?.items ?? []);
