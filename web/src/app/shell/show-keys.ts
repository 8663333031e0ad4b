const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How keys are printed on the keyboard. */
const caps: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const cap = (key: string): string => caps[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** `mod+k` as one cap `Ctrl K`, `g a` as two. */
export const capsOf = (keys: string): string[] =>
  keys.split(' ').map((each) => each.split('+').map(cap).join(' '));
