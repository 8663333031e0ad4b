import { useEffect, useEffectEvent } from 'react';

/** What a finger has lifted is put back by a press beside it, or Escape. */
export function usePutAway(isLifted: boolean, onPutAway: () => void): void {
  const putAway = useEffectEvent(onPutAway);
  useEffect(() => {
    if (!isLifted) return undefined;
    const onPress = ({ target }: Event) => {
      if (!(target instanceof Element) || !target.closest('[data-lifted]')) putAway();
    };
    const onKey = ({ key }: globalThis.KeyboardEvent) => {
      if (key === 'Escape') putAway();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [isLifted]);
}
