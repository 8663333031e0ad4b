import { fold } from '#shared/locale/text.ts';

/** `90`, `1h30`, `1:30`, `1 giờ 30 phút`, `45 phút`: whole minutes; undefined when it is none of them. */
export function readMinutes(text: string): number | undefined {
  const folded = fold(text).replaceAll(/\s+/g, ' ').trim();
  const plain = /^(\d{1,6})(?: ?(?:p|ph|phut|m|min|minutes?))?$/.exec(folded);
  if (plain) return Number(plain[1]);
  const both =
    /^(\d{1,4}) ?(?:h|:|gio|hours?) ?(?:(\d{1,2}) ?(?:p|ph|phut|m|min|minutes?)?)?$/.exec(folded);
  return both ? Number(both[1]) * 60 + Number(both[2] ?? 0) : undefined;
}
