import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** A page that is still being asked for shows its parts by then, or has none of that name. */
const patienceMs = 8000;

/** Comes to the field that the address names, as a notice does that leads to what mentions one. */
export function useComeTo(): void {
  const { pathname, search } = useLocation();
  const at = (search as { at?: unknown }).at;
  useEffect(() => {
    if (typeof at !== 'string') return undefined;
    const find = () =>
      document.querySelector(`main [role="tabpanel"] [data-field="${CSS.escape(at)}"]`);
    const come = (): boolean => {
      const field = find();
      if (!field) return false;
      field.scrollIntoView({ block: 'center' });
      point(field);
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
  }, [pathname, at]);
}

/** Shows for a moment which one it is. */
function point(field: Element): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const tint = getComputedStyle(field).getPropertyValue('--thread-tint-2');
  field.animate([{ backgroundColor: tint }, { backgroundColor: 'transparent' }], {
    duration: 2500,
    easing: 'ease-out',
  });
}
