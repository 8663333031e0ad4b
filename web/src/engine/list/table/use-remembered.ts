import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** Kept while the application is open: coming back to a list finds it where it was left. */
const offsets = new Map<string, number>();

/** Scrolls back to where the list was, as soon as there are rows enough for it. */
export function useRemembered(
  name: string | undefined,
  scroll: RefObject<HTMLElement | null>,
  height: number,
): void {
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    wanted.current = name === undefined ? undefined : offsets.get(name);
    if (wanted.current === undefined) scroll.current?.scrollTo({ top: 0 });
  }, [name, scroll]);
  useEffect(() => {
    const element = scroll.current;
    if (!element || wanted.current === undefined || height === 0) return;
    element.scrollTo({ top: wanted.current });
    if (element.scrollTop >= wanted.current - 1) wanted.current = undefined;
  }, [height, scroll, name]);
  useEffect(() => {
    const element = scroll.current;
    if (!element || name === undefined) return undefined;
    const keep = () => {
      if (wanted.current === undefined) offsets.set(name, element.scrollTop);
    };
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [name, scroll]);
}
