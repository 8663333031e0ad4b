import type { Address } from '#shared/fields/address.ts';
import { accept, type Parsed, type Refusal } from '#shared/fields/kind.ts';
import { countries } from '#shared/locale/countries.ts';
import { provinceByCode, wardByCode } from './units.ts';

const countryCodes: ReadonlySet<string> = new Set(countries().map(({ code }) => code));

/** Checks the codes of an address and adds the province of its ward. Only Vietnam has provinces and wards here. */
export function completeAddress(address: Address): Parsed<Address> {
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
