import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { fitTabs } from './fit-tabs.ts';
import type { ShownTab } from './tab-list.ts';

/** Splits tabs into those that have room in the strip and the others, however wide words and window are. */
export function useFitting(
  tabs: readonly ShownTab[],
  chosen: string,
): { strip: RefObject<HTMLDivElement | null>; standing: ShownTab[]; others: ShownTab[] } {
  const strip = useRef<HTMLDivElement>(null);
  const [fits, setFits] = useState<readonly string[] | null>(null);
  const text = JSON.stringify(tabs);
  useLayoutEffect(() => {
    const box = strip.current;
    if (!box) return undefined;
    const keys = tabs.map(({ key }) => key);
    const measure = () => {
      const widths = keys.map((key) => document.getElementById(`tab-${key}`)?.offsetWidth ?? 0);
      const gap = Number.parseFloat(getComputedStyle(box).columnGap) || 0;
      const places = fitTabs(widths, {
        gap,
        room: box.clientWidth,
        chosen: keys.indexOf(chosen),
      });
      const next = places.flatMap((place) => keys[place] ?? []);
      setFits((before) => (before?.join() === next.join() ? before : next));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    for (const tab of box.children) watch.observe(tab);
    return () => watch.disconnect();
    // oxlint-disable-next-line react/exhaustive-deps -- what the tabs say, not which list says it
  }, [text, chosen]);
  const isFitting = ({ key }: ShownTab) => fits === null || fits.includes(key);
  return {
    strip,
    standing: tabs.filter(isFitting),
    others: tabs.filter((tab) => !isFitting(tab)),
  };
}
