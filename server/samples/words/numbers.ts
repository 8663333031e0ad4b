import { taxCheckDigit } from '#shared/locale/tax-code.ts';
import type { Random } from '../random.ts';
import { areaCodeOf, taxPrefixOf } from './places.ts';

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.between(0, 9)).join('');

/** Right in form and check digit; the 99 behind the province has not been reached by any tax office. */
export function taxCode(random: Random, province: string): string {
  for (;;) {
    const nine = `${taxPrefixOf(province)}99${digits(random, 5)}`;
    const check = taxCheckDigit(nine);
    if (check !== undefined) return nine + check;
  }
}

/** In the range of an operator that has given its customers up, with zeros where chosen numbers would be. */
export const mobile = (random: Random): string =>
  `+8499${random.pick(['3', '4', '5', '6', '7'])}00${digits(random, 4)}`;

/** Ten digits behind the country, the first of them the area, with zeros where chosen numbers would be. */
export const landline = (random: Random, province: string): string =>
  `+84${`${areaCodeOf(province)}200000`.slice(0, 6)}${digits(random, 4)}`;

/** Đồng, in whole thousands. */
export const money = (amount: number) => ({
  amount: String(Math.round(amount / 1000) * 1000),
  currency: 'VND',
});
