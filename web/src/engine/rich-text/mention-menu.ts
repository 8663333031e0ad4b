import type { Mentionable } from './mentionable.ts';

export interface OpenMenu {
  items: readonly Mentionable[];
  /** The one that Enter takes. */
  at: number;
  /** Where the text being typed stands on the screen. */
  place: DOMRect;
  choose(item: Mentionable): void;
}

/** The list of people below an `@`: opened and steered by the editor, drawn by React. */
export function createMentionMenu() {
  let menu: OpenMenu | null = null;
  const watchers = new Set<() => void>();
  const set = (next: OpenMenu | null) => {
    menu = next;
    for (const watcher of watchers) watcher();
  };
  return {
    get: () => menu,
    isOpen: () => menu !== null && menu.items.length > 0,
    set,
    watch(watcher: () => void) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    /** True when the key was for the menu. */
    press({ key }: KeyboardEvent): boolean {
      if (menu === null || menu.items.length === 0) return false;
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) {
        set({ ...menu, at: (menu.at + step + menu.items.length) % menu.items.length });
        return true;
      }
      const chosen = key === 'Enter' || key === 'Tab' ? menu.items[menu.at] : undefined;
      if (chosen) menu.choose(chosen);
      return chosen !== undefined;
    },
  };
}

export type MentionMenu = ReturnType<typeof createMentionMenu>;
