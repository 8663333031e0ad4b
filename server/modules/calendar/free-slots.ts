/** From one moment to a later one, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** Spans in their order, those that touch made one. */
export function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) found.push({ from, to });
  }
  return found;
}

/** What of the first is not in the second; both joined. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return spans.flatMap(({ from, to }) => {
    const left: Span[] = [];
    let at = from;
    for (const each of taken) {
      if (each.to <= at || each.from >= to) continue;
      if (each.from > at) left.push({ from: at, to: each.from });
      at = Math.max(at, each.to);
    }
    if (at < to) left.push({ from: at, to });
    return left;
  });
}

/** What is in both; both joined. */
export const common = (a: readonly Span[], b: readonly Span[]): Span[] =>
  a.flatMap((one) =>
    b.flatMap((other) => {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      return from < to ? [{ from, to }] : [];
    }),
  );

/** Times of that length within the spans, on full steps of the clock, one after the other; at most so many. */
export function slotsIn(
  spans: readonly Span[],
  { lengthMs, stepMs, most }: { lengthMs: number; stepMs: number; most: number },
): Span[] {
  const found: Span[] = [];
  for (const { from, to } of spans)
    for (
      let at = Math.ceil(from / stepMs) * stepMs;
      at + lengthMs <= to && found.length < most;
      at += Math.max(stepMs, Math.ceil(lengthMs / stepMs) * stepMs)
    )
      found.push({ from: at, to: at + lengthMs });
  return found;
}
