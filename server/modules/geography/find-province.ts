import { fold } from '#shared/locale/text.ts';
import { oldProvinces } from './old-provinces.ts';
import { bareName, unitKey } from './unit-key.ts';
import { type Province, provinceByCode, provinceLetters, provinces } from './units.ts';

/** What people write beside the names; squeezed as by `unitKey`. */
const nicknames: Readonly<Record<string, string>> = {
  hn: '01',
  hp: '31',
  hue: '46',
  tth: '46',
  tthue: '46',
  dng: '48',
  daklak: '66',
  dakl: '66',
  daclac: '66',
  daknong: '66',
  hcm: '79',
  hcmc: '79',
  hcmcity: '79',
  tphcm: '79',
  tphochiminh: '79',
  hochiminhcity: '79',
  sg: '79',
  sgn: '79',
  saigon: '79',
  brvt: '79',
  bariavungtau: '79',
  vungtau: '79',
  ct: '92',
};

/** What people write for a province beside its names, in small letters without spaces: hcm, saigon, hni. */
export const shortNames = (code: string): string[] =>
  [...Object.entries(nicknames), ...provinceLetters()].flatMap(([name, of]) =>
    of === code ? name : [],
  );

let byName: ReadonlyMap<string, string> | undefined;

/**
 * The province of today for a code, a name with or without accents and prefix, a usual
 * abbreviation, or a province of before July 2025.
 */
export function findProvince(text: string): Province | undefined {
  byName ??= buildNames();
  const written = bareName(fold(text));
  if (/^\d{1,2}$/.test(written)) return provinceByCode(newProvinceCode(written));
  const { kind, name } = unitKey(text);
  const isProvince = ['', 'tinh', 'thanh pho'].includes(kind);
  const code =
    byName.get(written) ??
    (isProvince ? byName.get(name.replace(/(?:city|province)$/, '')) : undefined);
  return code === undefined ? undefined : provinceByCode(code);
}

/** The code of today for a code of before July 2025. Codes still in use mean the new unit. */
export function newProvinceCode(code: string): string {
  const padded = code.padStart(2, '0');
  return oldProvinces.find((province) => province.code === padded)?.newCode ?? padded;
}

function buildNames(): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(nicknames));
  for (const province of oldProvinces) names.set(unitKey(province.name).name, province.newCode);
  for (const [letters, code] of provinceLetters()) names.set(letters, code);
  for (const province of provinces()) names.set(unitKey(province.name).name, province.code);
  return names;
}
