/** One call that was made: the half hour of the day it began in (0 to 47), and whether somebody was spoken with. */
export interface Try {
  slot: number;
  answered: boolean;
}

/** When they answer. Times are of the clock the tries were read by, `HH:MM`. */
export interface AnsweredHours {
  from: string;
  to: string;
  /** Of the calls made in these hours, those that were answered. */
  answered: number;
  tried: number;
}

/** So few answered calls say nothing of hours. */
const leastAnswered = 3;
/** How much a half hour weighs for its neighbours: who answers at 14:10 probably does at 14:40. */
const beside = 0.5;
/** Tries with the average outcome that each half hour begins with, so that one lucky call does not win. */
const prior = 2;
/** Half hours nearly as good as the best one belong to it. */
const nearly = 0.85;

/**
 * The hours somebody answers best: of each half hour the share of calls that were answered, its neighbours counting half,
 * smoothed towards the average of this person by two calls; the best one, with those beside it that are nearly as good.
 * Null where fewer than three calls were answered.
 */
export function answeredHours(tries: readonly Try[]): AnsweredHours | null {
  const answered = tries.filter((each) => each.answered).length;
  if (answered < leastAnswered) return null;
  const average = answered / tries.length;
  const counts = countsOf(tries);
  const at = (slot: number) => counts.get(slot) ?? { answered: 0, tried: 0 };
  const rate = (slot: number): number => {
    const sum = { answered: 0, tried: 0 };
    for (const [each, weight] of [
      [slot, 1],
      [slot - 1, beside],
      [slot + 1, beside],
    ] as const) {
      sum.answered += at(each).answered * weight;
      sum.tried += at(each).tried * weight;
    }
    return (sum.answered + prior * average) / (sum.tried + prior);
  };
  const known = [...counts.keys()].filter((slot) => at(slot).answered > 0);
  const better = (a: number, b: number) =>
    rate(b) - rate(a) || at(b).answered - at(a).answered || a - b;
  const [best] = known.toSorted(better);
  if (best === undefined) return null;
  const belongs = (slot: number) => at(slot).answered > 0 && rate(slot) >= rate(best) * nearly;
  let [first, last] = [best, best];
  while (belongs(first - 1)) first -= 1;
  while (belongs(last + 1)) last += 1;
  const within = tries.filter(({ slot }) => slot >= first && slot <= last);
  return {
    from: clockOf(first),
    to: clockOf(last + 1),
    answered: within.filter((each) => each.answered).length,
    tried: within.length,
  };
}

function countsOf(tries: readonly Try[]): Map<number, { answered: number; tried: number }> {
  const counts = new Map<number, { answered: number; tried: number }>();
  for (const { slot, answered } of tries) {
    const count = counts.get(slot) ?? { answered: 0, tried: 0 };
    counts.set(slot, count);
    count.tried += 1;
    if (answered) count.answered += 1;
  }
  return counts;
}

const clockOf = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;
