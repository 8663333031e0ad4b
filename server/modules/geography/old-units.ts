import { z } from 'zod';
import { oldProvinces } from './old-provinces.ts';
import { sameUnit, type UnitKey, unitKey } from './unit-key.ts';
import { readData } from './units.ts';

export interface OldDistrict {
  province: string;
  name: string;
  key: UnitKey;
}

export interface OldWard {
  name: string;
  key: UnitKey;
  /** Code before July 2025; empty where it is not known. */
  oldCode: string;
  /** More than one when the old ward was divided. */
  newCodes: readonly string[];
}

const changeFile = z.record(z.string(), z.record(z.string(), z.string()));

interface ChangeTable {
  districts: readonly OldDistrict[];
  /** Lines stay text until a district is asked for, which keeps the idle memory small. */
  lines: ReadonlyMap<OldDistrict, string>;
}

let table: ChangeTable | undefined;
const parsedWards = new WeakMap<OldDistrict, readonly OldWard[]>();

/** Districts that merged into others before 2025 and still stand in addresses. */
const earlierDistricts: Readonly<Record<string, readonly string[]>> = {
  'Hồ Chí Minh/quan2': ['thuduc'],
  'Hồ Chí Minh/quan9': ['thuduc'],
  'Thừa Thiên Huế/thanh phohue': ['thuanhoa', 'phuxuan'],
};

/**
 * Districts of before July 2025 that agree with a written name, in the named old provinces or in
 * all. Districts rose in rank over the years (huyện, thị xã, thành phố): within named provinces
 * the name alone decides when no kind agrees.
 */
export function findOldDistricts(text: string, inProvinces?: readonly string[]): OldDistrict[] {
  const typed = unitKey(text);
  if (typed.name === '' || !['', 'quan', 'huyen', 'thi xa', 'thanh pho'].includes(typed.kind)) {
    return [];
  }
  const within = inProvinces === undefined ? changes().districts : oldDistrictsOf(inProvinces);
  const exact = within.filter((district) => {
    const split = earlierDistricts[`${district.province}/${typed.kind}${typed.name}`];
    return sameUnit(typed, district.key) || split?.includes(district.key.name);
  });
  if (exact.length > 0 || inProvinces === undefined) return exact;
  return within.filter((district) => district.key.name === typed.name);
}

export function oldDistrictsOf(inProvinces: readonly string[]): OldDistrict[] {
  return changes().districts.filter((district) => inProvinces.includes(district.province));
}

export function oldWardsOf(district: OldDistrict): readonly OldWard[] {
  const known = parsedWards.get(district);
  if (known !== undefined) return known;
  const wards = (changes().lines.get(district) ?? '').split('\n').map((line) => {
    const [name = '', oldCode = '', ...newCodes] = line.split('|');
    return { name, key: unitKey(name), oldCode, newCodes };
  });
  parsedWards.set(district, wards);
  return wards;
}

/** Names of the old provinces a written or a new province may mean: the one named, then its neighbours. */
export function oldProvincesFor(text: string, newCode: string): string[][] {
  const { name } = unitKey(text);
  const named = oldProvinces.filter((province) => unitKey(province.name).name === name);
  const merged = oldProvinces.filter((province) => province.newCode === newCode);
  return [named, merged].filter((list) => list.length > 0).map((list) => list.map((p) => p.name));
}

function changes(): ChangeTable {
  if (table !== undefined) return table;
  const lines = new Map<OldDistrict, string>();
  for (const [province, districts] of Object.entries(
    changeFile.parse(readData('ward-changes.json')),
  )) {
    for (const [name, text] of Object.entries(districts)) {
      lines.set({ province, name, key: unitKey(name) }, text);
    }
  }
  table = { districts: [...lines.keys()], lines };
  return table;
}
