export interface Tokens {
  /** In the order in which charts take them. */
  series: string[];
  ink: string;
  quiet: string;
  line: string;
  strong: string;
  ground: string;
  raised: string;
  font: string;
  figures: string;
}

/** The values of tokens.css that a drawing needs, of the theme that is shown. */
export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    series: Array.from({ length: 8 }, (_, i) => read(`--c${i + 1}`)),
    ink: read('--ink'),
    quiet: read('--ink-3'),
    line: read('--line'),
    strong: read('--line-strong'),
    ground: read('--bg'),
    raised: read('--bg-raised'),
    font: read('--font'),
    figures: read('--font-num'),
  };
}
