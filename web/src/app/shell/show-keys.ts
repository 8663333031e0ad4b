const isMac = navigator.userAgent.includes('Mac');

/** `mod+k` as `Ctrl K`, `g a` as `G rồi A`. */
export const showKeys = (keys: string, then: string): string =>
  keys
    .split(' ')
    .map((each) =>
      each
        .split('+')
        .map((key) =>
          key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key,
        )
        .join(' '),
    )
    .join(` ${then} `);
