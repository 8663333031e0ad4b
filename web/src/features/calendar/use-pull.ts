import {
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type PointerEvent,
  type RefObject,
  type TouchEvent,
} from 'react';

export interface Point {
  x: number;
  y: number;
}

interface Options<T> {
  frame: RefObject<HTMLElement | null>;
  /** It was taken up, or went on to here. */
  onPull(what: T, at: Point): void;
  /** It was let go: pressed only, taken up by a finger that stayed where it was, or pulled. */
  onDrop(what: T, at: Point, how: 'pressed' | 'lifted' | 'pulled'): void;
  onCancel(): void;
  /** It was pulled to a side of the frame and stays there. */
  onSide?: ((side: 1 | -1) => void) | undefined;
  /** What scrolls goes on scrolling at its upper and lower edge. */
  scrolls?: boolean;
}

interface Hold<T> {
  what: T;
  pointer: number;
  begun: Point;
  at: Point;
  stage: 'pressed' | 'lifted' | 'pulled';
  /** A finger that has not stayed yet: when it moves, it scrolls. */
  waits: boolean;
  atSideMs: number;
}

/** Less than this is a press, not a pull. */
const slackPx = 4;
const fingerSlackPx = 10;
const stayMs = 400;
const everyMs = 50;
const edgePx = 32;
const sideMs = 700;

/** Pulling things about in a frame: with a mouse at once, with a finger once it stayed on them for a moment. */
export function usePull<T>(options: Options<T>) {
  const { frame } = options;
  const held = useRef<Hold<T>>(null);
  const wasPulled = useRef(false);
  const [isHeld, setHeld] = useState(false);

  const drop = (): Hold<T> | null => {
    const hold = held.current;
    held.current = null;
    setHeld(false);
    return hold;
  };
  const take = (hold: Hold<T>, stage: 'lifted' | 'pulled') => {
    hold.stage = stage;
    hold.waits = false;
    wasPulled.current = true;
    // Not before: a press that is caught here would not reach what was pressed.
    frame.current?.setPointerCapture(hold.pointer);
  };

  const beat = useEffectEvent((stayedMs: number) => {
    const hold = held.current;
    if (hold?.waits === true && stayedMs >= stayMs) {
      take(hold, 'lifted');
      options.onPull(hold.what, hold.at);
    }
    if (hold?.stage !== 'pulled') return;
    const side = sideOf(frame.current, hold);
    const hasScrolled = options.scrolls === true && scrollAtEdge(frame.current, hold.at.y);
    // What is beneath it changed, though it did not move.
    if (hasScrolled || side !== 0) options.onPull(hold.what, hold.at);
    hold.atSideMs = side === 0 ? 0 : hold.atSideMs + everyMs;
    if (side === 0 || hold.atSideMs < sideMs) return;
    hold.atSideMs = 0;
    options.onSide?.(side);
  });
  useEffect(() => {
    if (!isHeld) return undefined;
    let stayedMs = 0;
    const timer = setInterval(() => {
      stayedMs += everyMs;
      beat(stayedMs);
    }, everyMs);
    return () => clearInterval(timer);
  }, [isHeld]);
  /** The page does not scroll beneath what a finger has taken up. */
  const keepStill = useCallback((event: Event) => {
    if (held.current && held.current.stage !== 'pressed') event.preventDefault();
  }, []);
  useEffect(() => {
    const element = frame.current;
    element?.addEventListener('touchmove', keepStill, { passive: false });
    return () => element?.removeEventListener('touchmove', keepStill);
  }, [frame, keepStill]);

  return {
    /** Something is pressed. `atOnce`: a finger need not stay first. */
    press(event: PointerEvent<HTMLElement>, what: T, atOnce = false) {
      wasPulled.current = false;
      if (event.button !== 0 || held.current) return;
      const at = { x: event.clientX, y: event.clientY };
      held.current = {
        what,
        pointer: event.pointerId,
        begun: at,
        at,
        stage: 'pressed',
        waits: event.pointerType !== 'mouse' && !atOnce,
        atSideMs: 0,
      };
      setHeld(true);
      // It may go from the page, when another day is turned to, and its finger still moves.
      event.currentTarget.addEventListener('touchmove', keepStill, { passive: false });
    },
    /** Whether what just ended was a pull, so that the press at its end is none. */
    hasPulled: () => wasPulled.current,
    /** For the frame. */
    handlers: {
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const hold = held.current;
        if (!hold || event.pointerId !== hold.pointer) return;
        if (event.buttons === 0) {
          // Let go where nobody saw it.
          drop();
          options.onCancel();
          return;
        }
        hold.at = { x: event.clientX, y: event.clientY };
        if (hold.stage !== 'pulled') {
          const far = Math.hypot(hold.at.x - hold.begun.x, hold.at.y - hold.begun.y);
          if (far < (event.pointerType === 'mouse' ? slackPx : fingerSlackPx)) return;
          if (hold.waits) {
            drop();
            return;
          }
          take(hold, 'pulled');
        }
        options.onPull(hold.what, hold.at);
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        if (event.pointerId !== held.current?.pointer) return;
        const hold = drop();
        if (hold) options.onDrop(hold.what, hold.at, hold.stage);
      },
      onPointerCancel(event: PointerEvent<HTMLElement>) {
        if (event.pointerId === held.current?.pointer && drop()) options.onCancel();
      },
      onContextMenu(event: { preventDefault(): void }) {
        // A finger that stays takes up, and asks for no menu.
        if (held.current) event.preventDefault();
      },
      onTouchEnd(event: TouchEvent) {
        // Nor does it turn the page.
        if (wasPulled.current) event.stopPropagation();
      },
    },
  };
}

function scrollAtEdge(element: HTMLElement | null, y: number): boolean {
  const scrolling = element?.closest('[data-scrolls]');
  if (!scrolling) return false;
  const { top, bottom } = scrolling.getBoundingClientRect();
  const before = scrolling.scrollTop;
  if (y < top + edgePx) scrolling.scrollBy(0, -8);
  else if (y > bottom - edgePx) scrolling.scrollBy(0, 8);
  return scrolling.scrollTop !== before;
}

/** At which side it is, when it was brought there and not taken up there. */
function sideOf(element: HTMLElement | null, { at, begun }: Hold<unknown>): 1 | -1 | 0 {
  if (!element) return 0;
  const { left, right } = element.getBoundingClientRect();
  if (at.x > right - edgePx && at.x > begun.x + edgePx) return 1;
  if (at.x < left + edgePx && at.x < begun.x - edgePx) return -1;
  return 0;
}
