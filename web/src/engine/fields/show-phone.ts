import { formatVietnameseNumber } from '#shared/locale/vietnam-phone-plan.ts';

/**
 * A number as people here read it: `0912 345 678`, `028 3825 1234`, also one that is being typed; others in their
 * international form. The full rules stand in shared/locale/phone, with the numbering plans of the world, which are
 * too much for the first load.
 */
export function showPhone(number: string): string {
  const [digits = '', extension] = number.split(';ext=');
  const shown = showNumber(digits);
  return extension === undefined ? shown : `${shown} ext ${extension}`;
}

function showNumber(number: string): string {
  const bare = number.replaceAll(/[\s.()-]/g, '');
  const national = /^(?:\+84|0)(1[89]00\d{4,6}|[2-9]\d{8,9})$/.exec(bare)?.[1];
  if (national !== undefined) return formatVietnameseNumber(national);
  const foreign = /^\+(\d{1,2})(\d{3})(\d{3})(\d{2,})$/.exec(bare);
  return foreign ? `+${foreign.slice(1).join(' ')}` : number;
}
