import { fold, nfc } from '#shared/locale/text.ts';
import { type Province, type Ward, provinceByCode, provinces, wardsOf } from './units.ts';

export interface UnitHit {
  province: Province;
  ward?: Ward;
}

interface Entry extends UnitHit {
  folded: string;
  /** Where the name starts after `phường`, `xã`, … */
  nameStart: number;
}

let entries: readonly Entry[] | undefined;

/**
 * Provinces and wards whose name holds the text, accents optional. Names that agree with the typed
 * accents first, then whole names, beginnings, beginnings of words, and the rest.
 */
export function searchUnits(text: string, limit = 20): UnitHit[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const typed = nfc(text).toLowerCase();
  const hits: { rank: number; entry: Entry }[] = [];
  for (const entry of (entries ??= buildEntries())) {
    const at = entry.folded.indexOf(wanted);
    if (at >= 0) hits.push({ rank: rankOf(entry, wanted, typed), entry });
  }
  hits.sort((a, b) => a.rank - b.rank);
  return hits
    .slice(0, limit)
    .map(({ entry: { province, ward } }) =>
      ward === undefined ? { province } : { province, ward },
    );
}

function rankOf(entry: Entry, wanted: string, typed: string): number {
  const name = entry.folded.slice(entry.nameStart);
  const written = (entry.ward ?? entry.province).fullName.toLowerCase();
  const accents = written.includes(typed) ? 0 : 10;
  if (name === wanted || entry.folded === wanted) return accents;
  if (name.startsWith(wanted) || entry.folded.startsWith(wanted)) return accents + 1;
  return accents + (entry.folded.includes(` ${wanted}`) ? 2 : 3);
}

function buildEntries(): readonly Entry[] {
  return [
    ...provinces().map((province) => entryOf({ province }, province)),
    ...provinces().flatMap((province) =>
      wardsOf(province.code).map((ward) => entryOf({ province, ward }, ward)),
    ),
  ];
}

function entryOf(hit: UnitHit, unit: { name: string; fullName: string }): Entry {
  return {
    ...hit,
    folded: fold(unit.fullName),
    nameStart: unit.fullName.length - unit.name.length,
  };
}

/** A ward with its province, as one line of an address. */
export function unitLine(ward: Ward): string {
  return [ward.fullName, provinceByCode(ward.provinceCode)?.fullName]
    .filter((part) => part !== undefined)
    .join(', ');
}
