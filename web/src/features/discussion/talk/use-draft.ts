import { useState } from 'react';

const keyOf = (of: string) => `duyen.said.${of}`;

/** What is being written, kept in this browser until it was sent. */
export function useDraft(of: string): [string | null, (text: string | null) => void] {
  const [text, setText] = useState(() => localStorage.getItem(keyOf(of)));
  return [
    text,
    (next) => {
      setText(next);
      if (next === null) localStorage.removeItem(keyOf(of));
      else localStorage.setItem(keyOf(of), next);
    },
  ];
}
