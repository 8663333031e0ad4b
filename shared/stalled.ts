/** Stages of customers that are watched; one that is lost is not. */
export const watchedStages = ['toMarket', 'inTalks', 'customer', 'dormant'] as const;
export type WatchedStage = (typeof watchedStages)[number];

/** `none`: nobody said how promising they are. */
export const watchedPotentials = ['a', 'b', 'c', 'd', 'none'] as const;
export type WatchedPotential = (typeof watchedPotentials)[number];

/** Days without an activity and without another stage until a customer counts as stalled; 0 is never. */
export type AllowedDays = Readonly<
  Record<WatchedStage, Readonly<Record<WatchedPotential, number>>>
>;

/** When customers count as left behind. */
export interface StalledSettings {
  days: AllowedDays;
  /** Calls not answered within 30 days in which nobody was reached; 0 is never. */
  unansweredCalls: number;
  /** So many times what a colleague has on average is too much; 0 is never. */
  overload: number;
}

/**
 * Who is being talked to waits for an answer within days, a customer hears from us each month or two by what they are
 * worth, and who has gone quiet at least twice a year. Rules of thumb of ours, for each company to change.
 */
export const usualStalled: StalledSettings = {
  days: {
    toMarket: { a: 30, b: 60, c: 0, d: 0, none: 0 },
    inTalks: { a: 7, b: 14, c: 21, d: 30, none: 21 },
    customer: { a: 30, b: 45, c: 60, d: 90, none: 60 },
    dormant: { a: 60, b: 90, c: 180, d: 0, none: 180 },
  },
  unansweredCalls: 3,
  overload: 1.5,
};
