/** The time that rules and jobs go by. Sessions, locks and logs keep to that of the machine. */
export interface Clock {
  readonly now: () => Date;
  /** For tests: this much later than it is. */
  readonly set: (offsetMs: number) => void;
}

export function createClock(): Clock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    set(ms) {
      offsetMs = ms;
    },
  };
}
