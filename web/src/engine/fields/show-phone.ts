/**
 * A number as people here read it: `0912 345 678`, `028 3825 1234`; others in their international form. The full rules
 * stand in shared/locale/phone, with the numbering plans of the world, which are too much for the first load.
 */
export function showPhone(e164: string): string {
  const national = /^\+84(\d{8,10})$/.exec(e164)?.[1];
  if (national === undefined)
    return e164.replace(/^(\+\d{1,3})(\d{3})(\d{3})(\d*)$/, '$1 $2 $3 $4').trim();
  const digits = `0${national}`;
  // Mobile numbers have ten digits; landlines have an area code of three (02x) or four.
  if (/^0[35789]/.test(digits)) return group(digits, [4, 3, 3]);
  return /^02[48]/.test(digits) ? group(digits, [3, 4, 4]) : group(digits, [4, 3, 4]);
}

function group(digits: string, sizes: readonly number[]): string {
  let at = 0;
  return sizes
    .map((size) => digits.slice(at, (at += size)))
    .concat(digits.slice(at))
    .filter(Boolean)
    .join(' ');
}
