import { useSyncExternalStore } from 'react';

interface Typing {
  object: string;
  recordId: string;
  member: string;
}

/** As GET /events tells it. */
type Signal = { typing: Typing } | { present: string[] };

/** Somebody who stops is not told of: it is thought so after this time. */
const typingMs = 6000;

const none: readonly string[] = [];
let present: ReadonlySet<string> = new Set();
let typing: ReadonlyMap<string, readonly string[]> = new Map();
const ends = new Map<string, ReturnType<typeof setTimeout>>();
const watchers = new Set<() => void>();
const changed = () => {
  for (const watcher of watchers) watcher();
};
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export function hearSignal(text: string): void {
  // Written by the server.
  const signal = JSON.parse(text) as Signal;
  if ('present' in signal) present = new Set(signal.present);
  else begin(signal.typing);
  changed();
}

const keyOf = ({ object, recordId }: Omit<Typing, 'member'>) => `${object} ${recordId}`;

function begin(of: Typing): void {
  const key = keyOf(of);
  const known = typing.get(key) ?? none;
  if (!known.includes(of.member)) typing = new Map([...typing, [key, [...known, of.member]]]);
  clearTimeout(ends.get(`${key} ${of.member}`));
  ends.set(
    `${key} ${of.member}`,
    setTimeout(() => endTyping(of), typingMs),
  );
}

/** What they wrote is there, or they stopped. */
export function endTyping(of: Typing): void {
  const key = keyOf(of);
  const left = (typing.get(key) ?? none).filter((member) => member !== of.member);
  typing = new Map([...typing].filter(([other]) => other !== key));
  if (left.length > 0) typing = new Map([...typing, [key, left]]);
  changed();
}

/** Ids of members who have the program before them. */
export const usePresent = (): ReadonlySet<string> => useSyncExternalStore(watch, () => present);

/** Ids of members who are writing there at this moment. */
export const useTyping = (object: string, recordId: string): readonly string[] =>
  useSyncExternalStore(watch, () => typing.get(keyOf({ object, recordId })) ?? none);
