/** Changes that arrive together are told once. */
const gatherMs = 300;
/** While very much changes (an import), lists are asked again this often and not more. */
const restMs = 2000;

export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

/** Collects what was touched, by object, and hands it on in one go. */
export function gather(hand: (touched: Touched) => void) {
  let touched = new Map<string, Set<string>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const flush = () => {
    timer = undefined;
    last = Date.now();
    const now = touched;
    touched = new Map();
    hand(now);
  };
  return {
    add(object: string, id: string): void {
      touched.set(object, (touched.get(object) ?? new Set()).add(id));
      timer ??= setTimeout(flush, Math.max(gatherMs, last + restMs - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
