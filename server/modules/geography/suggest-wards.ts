import { fold, nfc } from '#shared/locale/text.ts';
import { findProvince } from './find-province.ts';
import {
  findOldDistricts,
  type OldDistrict,
  oldDistrictsOf,
  oldProvincesFor,
  oldWardsOf,
} from './old-units.ts';
import { sameUnit, type UnitKey, unitKey } from './unit-key.ts';
import {
  type Province,
  type Ward,
  provinceByCode,
  provinces,
  wardByCode,
  wardsOf,
} from './units.ts';

export interface WardCandidate {
  ward: Ward;
  province: Province;
  /** What in the text led here: a ward of today, a ward or only a district of before July 2025. */
  reason: 'currentWard' | 'oldWard' | 'oldDistrict';
  /**
   * True when the data knows no other new ward for the unit in the text. The data misses many
   * divisions of old wards, so even then the ward is offered, never set.
   */
  whole: boolean;
}

export interface ParsedAddress {
  /** House and street: what is left when the units are taken off. */
  line1: string;
  province: Province | undefined;
  candidates: WardCandidate[];
}

const LONGEST = 500;
/** Where a unit starts inside a text without commas. */
const UNIT_START =
  /\s+(?=(?:phường|(?<!thị\s)xã|thị trấn|thị xã|quận|huyện|thành phố|tỉnh|đặc khu)\s|(?:p|f|x|tt|tx|q|h|tp|t)\.|(?:p|f|q)\s?\d{1,2}(?=\s|$)|tp\.?\s?hcm(?=\s|$))/giu;
/** First halves of names that hold a hyphen, which otherwise separates parts. */
const HYPHENATED =
  /(?:^| )(?:ba ria|phan rang|thua thien|van mieu|phuong lien|chan may|xuan huong|lam vien|cam ly|xuan truong|lang biang)$/;
const COUNTRY_OR_POSTCODE = /^(?:việt nam|viet nam|vietnam|vn|\d{5,6})\.?$/iu;

/** New wards for a pasted address, two or three levels. Suggestions: nothing is ever chosen here. */
export function suggestWards(addressText: string): WardCandidate[] {
  return parseAddressText(addressText).candidates;
}

/** Takes province, district and ward off the end of an address. Unit names need not have accents. */
export function parseAddressText(addressText: string): ParsedAddress {
  if (addressText.length > LONGEST) {
    return { line1: nfc(addressText), province: undefined, candidates: [] };
  }
  const parts = splitAddress(addressText);
  while (parts.length > 1 && COUNTRY_OR_POSTCODE.test(parts.at(-1) ?? '')) parts.pop();
  const { text, province } = takeProvince(parts);
  const scopes = province === undefined ? [undefined] : oldProvincesFor(text, province.code);
  const found = findBelow(parts, scopes, province);
  const only = new Set(found.candidates.map((candidate) => candidate.province));
  return {
    line1: parts.slice(0, parts.length - found.taken).join(', '),
    province: province ?? (only.size === 1 ? [...only][0] : undefined),
    candidates: found.candidates.map((candidate) => ({
      ...candidate,
      whole: candidate.whole && found.candidates.length === 1,
    })),
  };
}

/** Takes the province off the end, also where no comma stands before it: `Quận Đống Đa Hà Nội`. */
function takeProvince(parts: string[]): { text: string; province: Province | undefined } {
  const text = parts.at(-1) ?? '';
  const whole = /^\d*$/.test(text) ? undefined : findProvince(text);
  if (whole !== undefined) {
    parts.pop();
    return { text, province: whole };
  }
  const words = text.split(' ');
  const isUnit = unitKey(text).kind !== '' && findOldDistricts(text).length === 0;
  for (let at = isUnit ? Math.max(2, words.length - 4) : words.length; at < words.length; at++) {
    const tail = words.slice(at).join(' ');
    const province = /^\d+$/.test(tail) ? undefined : findProvince(tail);
    if (province === undefined) continue;
    parts.splice(-1, 1, words.slice(0, at).join(' '));
    return { text: tail, province };
  }
  return { text, province: undefined };
}

type Scope = readonly string[] | undefined;
interface Found {
  candidates: WardCandidate[];
  /** How many parts at the end the units took. */
  taken: number;
}

function findBelow(
  parts: readonly string[],
  scopes: Scope[],
  province: Province | undefined,
): Found {
  const last = parts.at(-1);
  if (last === undefined) return { candidates: [], taken: 0 };
  for (const scope of scopes) {
    const districts = findOldDistricts(last, scope);
    const ward = parts.at(-2);
    const byWard = ward === undefined ? [] : fromOldWards(ward, districts);
    if (byWard.length > 0) return { candidates: byWard, taken: 2 };
    if (districts.length === 0) continue;
    const current = province === undefined ? [] : fromCurrentWards(last, province);
    return { candidates: distinct([...current, ...fromDistricts(districts)]), taken: 1 };
  }
  return fromWardAlone(last, scopes, province);
}

/** A ward with no district: of today, or of before in the province that was named. */
function fromWardAlone(text: string, scopes: Scope[], province: Province | undefined): Found {
  const old = scopes
    .map((scope) => (scope === undefined ? [] : fromOldWards(text, oldDistrictsOf(scope))))
    .find((candidates) => candidates.length > 0);
  const written = unitKey(text).kind !== '';
  const within = province === undefined ? (written ? provinces() : []) : [province];
  const current = within.flatMap((one) => fromCurrentWards(text, one));
  const candidates = distinct([...current, ...(old ?? [])]);
  return { candidates, taken: candidates.length > 0 ? 1 : 0 };
}

function fromCurrentWards(text: string, province: Province): WardCandidate[] {
  const typed = unitKey(text);
  return wardsOf(province.code)
    .filter((ward) => sameUnit(typed, keyOf(ward)))
    .map((ward) => ({ ward, province, reason: 'currentWard', whole: true }));
}

const currentKeys = new WeakMap<Ward, UnitKey>();

function keyOf(ward: Ward): UnitKey {
  const known = currentKeys.get(ward) ?? unitKey(ward.fullName);
  currentKeys.set(ward, known);
  return known;
}

function fromOldWards(text: string, districts: readonly OldDistrict[]): WardCandidate[] {
  const typed = unitKey(text);
  if (typed.name === '') return [];
  const wards = districts.flatMap(oldWardsOf);
  const exact = wards.filter((ward) => sameUnit(typed, ward.key));
  // Communes became wards over the years: the name alone decides when no kind agrees.
  const named = exact.length > 0 ? exact : wards.filter((ward) => ward.key.name === typed.name);
  return toCandidates(
    named.flatMap((ward) => ward.newCodes),
    'oldWard',
  );
}

function fromDistricts(districts: readonly OldDistrict[]): WardCandidate[] {
  const codes = districts.flatMap((district) => oldWardsOf(district).flatMap((w) => w.newCodes));
  return toCandidates(codes, 'oldDistrict');
}

function toCandidates(codes: readonly string[], reason: WardCandidate['reason']): WardCandidate[] {
  const unique = [...new Set(codes)].sort();
  return unique.flatMap((code) => {
    const ward = wardByCode(code);
    const province = ward === undefined ? undefined : provinceByCode(ward.provinceCode);
    if (ward === undefined || province === undefined) return [];
    return [{ ward, province, reason, whole: unique.length === 1 }];
  });
}

function distinct(candidates: readonly WardCandidate[]): WardCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ ward }) => !seen.has(ward.code) && seen.add(ward.code));
}

function splitAddress(text: string): string[] {
  return nfc(text)
    .split(/[,;]/)
    .flatMap(splitAtHyphens)
    .flatMap((part) => part.trim().split(UNIT_START))
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '');
}

function splitAtHyphens(text: string): string[] {
  const parts: string[] = [];
  for (const piece of text.split(/\s[-–]\s/)) {
    const before = parts.at(-1);
    if (before !== undefined && HYPHENATED.test(fold(before)))
      parts[parts.length - 1] += ` - ${piece}`;
    else parts.push(piece);
  }
  return parts;
}
