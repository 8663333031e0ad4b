import { useEffect, useRef, useState } from 'react';
import { fetchEditor } from './rich-text-box.tsx';

const againMs = 100;

/** Whether the editor has come, once it is wanted; `hand` gives it what was typed meanwhile, or says not yet. */
export function useEditorThere(isWanted: boolean, hand: () => boolean): boolean {
  const [isThere, setThere] = useState(false);
  const newest = useRef(hand);
  useEffect(() => {
    newest.current = hand;
  });
  useEffect(() => {
    if (!isWanted || isThere) return;
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const change = () => {
      if (isGone) return;
      if (newest.current()) setThere(true);
      else timer = setTimeout(change, againMs);
    };
    void fetchEditor().then(change);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isWanted, isThere]);
  return isThere;
}
