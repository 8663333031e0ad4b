import { useEffect, useRef, useState } from 'react';
import type { Talk } from './use-talk.ts';

const nearPx = 48;

interface Wanted {
  /** Where one stopped reading; none when everything was read. */
  firstNew: string | undefined;
  /** What lies before it is still on its way. */
  isReaching: boolean;
}

/**
 * The box is laid out from its lower edge, so that it begins at the newest and stays there while words come, and what is
 * loaded before moves nothing. Its position is 0 at the end, and below zero further up.
 */
export function useScroll({ loadBefore, isWhole, state }: Talk, { firstNew, isReaching }: Wanted) {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const isPlaced = useRef(false);
  useEffect(() => {
    if (state !== 'there' || isReaching || isPlaced.current) return;
    // What a notice or an answer leads to; else where one stopped reading.
    const place = window.location.hash.slice(1);
    const wanted = place.startsWith('said-') ? place : firstNew && `said-${firstNew}`;
    if (!wanted) return;
    isPlaced.current = true;
    document.getElementById(wanted)?.scrollIntoView({ block: 'center' });
  }, [state, isReaching, firstNew]);
  const onScroll = () => {
    if (!box.current) return;
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    setAtEnd(Math.abs(scrollTop) < nearPx);
    const above = scrollHeight - clientHeight - Math.abs(scrollTop);
    if (above < clientHeight && !isWhole) void loadBefore();
  };
  const toEnd = () => box.current?.scrollTo({ top: 0 });
  return [box, isAtEnd, onScroll, toEnd] as const;
}
