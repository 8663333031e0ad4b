import type { Address } from '#shared/fields/address.ts';
import { accept, type Parsed, type Refusal } from '#shared/fields/kind.ts';
import { countries } from '#shared/locale/countries.ts';
import { parseAddressText } from './suggest-wards.ts';
import { provinceByCode, wardByCode } from './units.ts';

const countryCodes: ReadonlySet<string> = new Set(countries().map(({ code }) => code));

/**
 * Checks the codes of an address and adds the province of its ward, or the one that its text of before names: lists by
 * province have it then. The text stays as it is. Only Vietnam has provinces and wards here.
 */
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
  const province = ward ? ward.provinceCode : inVietnam ? provinceIn(address) : undefined;
  return accept(province === undefined ? address : { ...address, provinceCode: province });
}

function provinceIn({ provinceCode, legacyText }: Address): string | undefined {
  if (provinceCode !== undefined || legacyText === undefined) return provinceCode;
  return parseAddressText(legacyText).province?.code;
}
