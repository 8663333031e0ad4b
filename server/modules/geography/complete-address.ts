import type { Address } from '#shared/fields/address.ts';
import { accept, type Parsed, type Refusal } from '#shared/fields/kind.ts';
import { countries, findCountry } from './countries.ts';
import { provinceByCode, wardByCode } from './units.ts';

const countryCodes: ReadonlySet<string> = new Set(countries().map(({ code }) => code));

/**
 * Checks the codes of an address and adds the province of its ward, or the country when its text names nothing else.
 * Only Vietnam has provinces and wards here.
 */
export function completeAddress(given: Address): Parsed<Address> {
  const address = inNamedCountry(given);
  const { countryCode, provinceCode, wardCode } = address;
  const refusals: Refusal[] = [];
  const miss = (part: string) => refusals.push({ code: 'notFound', part });
  if (!countryCodes.has(countryCode)) miss('countryCode');
  const inVietnam = countryCode === 'VN';
  const ward = wardCode !== undefined && inVietnam ? wardByCode(wardCode) : undefined;
  if (provinceCode !== undefined && !(inVietnam && provinceByCode(provinceCode))) {
    miss('provinceCode');
  }
  if (
    wardCode !== undefined &&
    (!ward || (provinceCode ?? ward.provinceCode) !== ward.provinceCode)
  ) {
    miss('wardCode');
  }
  if (refusals.length > 0) return { ok: false, refusals };
  return accept(ward ? { ...address, provinceCode: ward.provinceCode } : address);
}

/** Lists of offices often have only the country; a text of two letters is too little to say so. */
function inNamedCountry(address: Address): Address {
  const { line1, legacyText, provinceCode, wardCode } = address;
  const isBare = line1 === undefined && provinceCode === undefined && wardCode === undefined;
  if (!isBare || legacyText === undefined || legacyText.length < 3) return address;
  const country = findCountry(legacyText);
  return country ? { ...address, countryCode: country.code } : address;
}
