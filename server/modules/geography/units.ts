import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Province {
  code: string;
  name: string;
  fullName: string;
  kind: 'city' | 'province';
}

export interface Ward {
  code: string;
  name: string;
  fullName: string;
  kind: 'ward' | 'commune' | 'specialZone';
  provinceCode: string;
}

const provinceFile = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(['city', 'province']),
    letters: z.string(),
  }),
);
const wardFile = z.record(z.string(), z.array(z.string()));
const wardKinds: readonly (readonly [prefix: string, kind: Ward['kind']])[] = [
  ['Phường ', 'ward'],
  ['Xã ', 'commune'],
  ['Đặc khu ', 'specialZone'],
];

let provinceList: readonly Province[] | undefined;
let letterCodes: ReadonlyMap<string, string> = new Map();
let wardsByProvince: ReadonlyMap<string, readonly Ward[]> | undefined;
let wardsByCode: ReadonlyMap<string, Ward> | undefined;

/** The 34 provinces and cities, by code. */
export function provinces(): readonly Province[] {
  if (provinceList === undefined) {
    const rows = provinceFile.parse(readData('provinces.json'));
    letterCodes = new Map(rows.map((row) => [row.letters.toLowerCase(), row.code]));
    provinceList = rows.map(({ code, name, kind }) => ({
      code,
      name,
      kind,
      fullName: `${kind === 'city' ? 'Thành phố' : 'Tỉnh'} ${name}`,
    }));
  }
  return provinceList;
}

export function provinceByCode(code: string): Province | undefined {
  return provinces().find((province) => province.code === code);
}

/** Province codes of the three-letter abbreviations in use, e.g. hni for Hà Nội. */
export function provinceLetters(): ReadonlyMap<string, string> {
  provinces();
  return letterCodes;
}

/** The wards, communes and special zones of a province, by code; none for an unknown province. */
export function wardsOf(provinceCode: string): readonly Ward[] {
  return allWards().get(provinceCode) ?? [];
}

export function wardByCode(code: string): Ward | undefined {
  wardsByCode ??= new Map([...allWards().values()].flat().map((ward) => [ward.code, ward]));
  return wardsByCode.get(code);
}

/** Reads one of the files that scripts/build-units.ts writes. */
export function readData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8'));
}

function allWards(): ReadonlyMap<string, readonly Ward[]> {
  wardsByProvince ??= new Map(
    Object.entries(wardFile.parse(readData('wards.json'))).map(([provinceCode, lines]) => [
      provinceCode,
      lines.map((line) => toWard(line, provinceCode)),
    ]),
  );
  return wardsByProvince;
}

function toWard(line: string, provinceCode: string): Ward {
  const code = line.slice(0, 5);
  const fullName = line.slice(6);
  const [prefix, kind] = wardKinds.find(([start]) => fullName.startsWith(start)) ?? ['', 'ward'];
  return { code, name: fullName.slice(prefix.length), fullName, kind, provinceCode };
}
