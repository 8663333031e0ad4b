import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** A page that is still being asked for shows its parts by then, or has none of that name. */
const patienceMs = 8000;

interface Asked {
  /** Key of a field. */
  at?: unknown;
  /** Id of what stands in the thread or the talk of the page. */
  entry?: unknown;
}

function placeIn({ at, entry }: Asked): string | undefined {
  if (typeof at === 'string') return `main [role="tabpanel"] [data-field="${CSS.escape(at)}"]`;
  if (typeof entry === 'string') return `main [data-entry="${CSS.escape(entry)}"]`;
  return undefined;
}

/** Comes to the field or the entry that the address names, as a notice does that leads to what mentions one. */
export function useComeTo(): void {
  const { pathname, search } = useLocation();
  const place = placeIn(search as Asked);
  useEffect(() => {
    if (place === undefined) return undefined;
    const find = () => document.querySelector(place);
    const come = (): boolean => {
      const found = find();
      if (!found) return false;
      found.scrollIntoView({ block: 'center' });
      point(found);
      return true;
    };
    if (come()) return undefined;
    const watch = new MutationObserver(() => {
      if (come()) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => watch.disconnect(), patienceMs);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [pathname, place]);
}

/** Shows for a moment which one it is. */
function point(found: Element): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const tint = getComputedStyle(found).getPropertyValue('--thread-tint-2');
  found.animate([{ backgroundColor: tint }, { backgroundColor: 'transparent' }], {
    duration: 2500,
    easing: 'ease-out',
  });
}
