import { fold } from '#shared/locale/text.ts';
import { oldDistrictsOf, oldWardsOf } from './old-units.ts';
import { oldProvinces } from './old-provinces.ts';
import { provinceByCode, wardByCode, type Province, type Ward } from './units.ts';

export interface FormerWard {
  /** `Phường Bến Nghé, Quận 1`, as it was before July 2025. */
  was: string;
  province: Province;
  /** One of those it is in now. */
  ward: Ward;
}

const provinceNames = [...new Set(oldProvinces.map(({ name }) => name))];

/** Wards of today for a name of before July 2025, with or without accents. */
export function findFormerWards(text: string, limit = 20): FormerWard[] {
  const wanted = fold(text);
  if (wanted.length < 2) return [];
  const found: FormerWard[] = [];
  for (const district of oldDistrictsOf(provinceNames)) {
    for (const { name, newCodes } of oldWardsOf(district)) {
      if (!` ${fold(name)} `.includes(` ${wanted} `)) continue;
      for (const code of newCodes) {
        const ward = wardByCode(code);
        const province = ward && provinceByCode(ward.provinceCode);
        if (ward && province && fold(ward.fullName) !== fold(name))
          found.push({ was: `${name}, ${district.name}`, province, ward });
      }
      if (found.length >= limit) return found.slice(0, limit);
    }
  }
  return found;
}
