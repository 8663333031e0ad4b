/** Letters typed between the key that opens a cell and the box that takes them. */
export interface TypeAhead {
  wait(): void;
  /** True when a key was kept for the box. */
  take(key: string): boolean;
  /** What was typed so far; from now on the box takes keys itself. */
  end(): string;
}

export function createTypeAhead(): TypeAhead {
  let typed: string | undefined;
  return {
    wait: () => {
      typed = '';
    },
    take: (key) => {
      if (typed === undefined) return false;
      if (key === 'Backspace') typed = typed.slice(0, -1);
      else if ([...key].length === 1) typed += key;
      else return false;
      return true;
    },
    end: () => {
      const letters = typed ?? '';
      typed = undefined;
      return letters;
    },
  };
}
