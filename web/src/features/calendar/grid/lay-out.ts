import { isOn, type Entry } from '../entries.ts';

/** A part of a day that an entry takes, in minutes since midnight. */
export interface Segment {
  entry: Entry;
  from: number;
  to: number;
}

/** With its place among those that overlap. */
export interface Placed extends Segment {
  lane: number;
  lanes: number;
}

const wholeDay = 1440;
/** What is shorter is drawn as long as this, so that its words can be read. */
export const shortest = 27;

/** What of the entries is on a day. */
export const segmentsOf = (entries: readonly Entry[], day: string): Segment[] =>
  entries
    .filter((entry) => !entry.wholeDay && isOn(entry, day))
    .map((entry) => ({
      entry,
      from: entry.start.day < day ? 0 : entry.start.minutes,
      to: entry.end.day > day ? wholeDay : entry.end.minutes,
    }));

/** Those that overlap stand beside each other, each group as wide as it needs. */
export function layOut(segments: readonly Segment[]): Placed[] {
  const placed: Placed[] = [];
  let group: Placed[] = [];
  let groupEnd = Number.NEGATIVE_INFINITY;
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane + 1));
    placed.push(...group.map((each) => ({ ...each, lanes })));
    group = [];
  };
  for (const segment of segments.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (segment.from >= groupEnd) {
      close();
      groupEnd = Number.NEGATIVE_INFINITY;
    }
    const taken = new Set(
      group.filter((each) => drawnTo(each) > segment.from).map(({ lane }) => lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    group.push({ ...segment, lane, lanes: 1 });
    groupEnd = Math.max(groupEnd, drawnTo(segment));
  }
  close();
  return placed;
}

const drawnTo = ({ from, to }: Segment): number => Math.max(to, from + shortest);

/** A bar over the columns of some days, in a line of its own among those above the hours. */
export interface Bar<T> {
  what: T;
  first: number;
  last: number;
  line: number;
}

/** `span`: the first and the last column of each, both included. */
export function layBars<T>(all: readonly { what: T; first: number; last: number }[]): Bar<T>[] {
  const ends: number[] = [];
  return all
    .toSorted((a, b) => a.first - b.first || b.last - a.last)
    .map((each) => {
      let line = ends.findIndex((end) => end < each.first);
      if (line < 0) line = ends.length;
      ends[line] = each.last;
      return { ...each, line };
    });
}
