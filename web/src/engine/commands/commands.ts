import type { Icon } from '@tabler/icons-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isTyping, keysOf } from './keys.ts';

export interface Command {
  id: string;
  /** In the language of the screen. */
  label: string;
  /** `c`, `mod+k`, or two after each other: `g a`. */
  keys?: string;
  /** Heading under which the palette and the map of keys show it. */
  group?: string;
  icon?: Icon;
  /** A key that only makes sense as a key: not offered in the palette. */
  keysOnly?: boolean;
  run(): void;
}

let commands: readonly Command[] = [];
const watchers = new Set<() => void>();

function change(next: readonly Command[]): void {
  commands = next;
  for (const watcher of watchers) watcher();
}

/** Offers commands while the component is shown: in the palette, in the map of keys, by their keys. */
export function useCommands(offered: readonly Command[]): void {
  const newest = useRef(offered);
  useEffect(() => {
    newest.current = offered;
  });
  const names = offered
    .map(({ id, label, keys, group }) => [id, label, keys, group].join('|'))
    .join('\n');
  useEffect(() => {
    const mine = newest.current.map((command) => ({
      ...command,
      // What it does may change with every drawing; what it is called does not.
      run: () => newest.current.find(({ id }) => id === command.id)?.run(),
    }));
    change([...commands, ...mine]);
    return () => change(commands.filter((each) => !mine.includes(each)));
  }, [names]);
}

export const useAllCommands = (): readonly Command[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => commands,
  );

const patienceMs = 1000;

/** Listens for the keys of all commands; stands once in the frame. */
export function useCommandKeys(): void {
  useEffect(() => {
    let before = '';
    let since = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const keys = keysOf(event);
      if (keys === null || event.defaultPrevented) return;
      const isModified = keys.includes('mod+');
      // While somebody types, letters are letters; so they are in menus and dialogs.
      if (!isModified && isTyping(event.target)) return;
      const sequence =
        event.timeStamp - since < patienceMs && before !== '' ? `${before} ${keys}` : keys;
      const found =
        commands.findLast((each) => each.keys === sequence) ??
        commands.findLast((each) => each.keys === keys);
      before = keys;
      since = event.timeStamp;
      if (!found) return;
      before = '';
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
