import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';

/** What floats over the page, the topmost last. */
const floating: symbol[] = [];

/** The browser's way back closes what floats over the page first, and the page stays. */
export function useBackCloses(onClose: () => void): void {
  const { history } = useRouter();
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const self = Symbol('floating');
    floating.push(self);
    const unblock = history.block({
      enableBeforeUnload: false,
      blockerFn: ({ action }) => {
        if (action !== 'BACK' || floating.at(-1) !== self) return false;
        close();
        return true;
      },
    });
    return () => {
      unblock();
      floating.splice(floating.indexOf(self), 1);
    };
  }, [history]);
}
