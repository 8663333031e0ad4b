import { fold } from '#shared/locale/text.ts';

const words = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** `Hợp đồng bảo trì` as `hopDongBaoTri`: what programs call it. */
export function keyFrom(label: string): string {
  const [first = '', ...rest] = words(label);
  const key = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^\d/.test(key) ? `x${key}` : key;
}

/** `hop-dong-bao-tri`: its address. */
export const pathFrom = (label: string): string => words(label).join('-');

/** A name for programs that nothing else has: `price`, `price2`. */
export function freeKey(label: string, taken: ReadonlySet<string>): string {
  const key = keyFrom(label).slice(0, 36);
  if (key === '' || !taken.has(key)) return key;
  for (let n = 2; ; n += 1) if (!taken.has(`${key}${n}`)) return `${key}${n}`;
}
