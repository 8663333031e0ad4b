import type { Address, AddressField } from '#shared/fields/address.ts';
import { like } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const address: SqlKind<AddressField, Address> = {
  columns: () => [
    // The country is the main column: the only part that every address has.
    { suffix: '', type: 'text' },
    { suffix: 'line1', type: 'text' },
    { suffix: 'ward', type: 'text' },
    { suffix: 'province', type: 'text' },
    { suffix: 'legacy', type: 'text' },
    { suffix: 'latitude', type: 'numeric(9,6)' },
    { suffix: 'longitude', type: 'numeric(9,6)' },
  ],
  complete: (value, places) => places.complete(value),
  store: (value) => [
    value.countryCode,
    value.line1 ?? null,
    value.wardCode ?? null,
    value.provinceCode ?? null,
    value.legacyText ?? null,
    value.latitude ?? null,
    value.longitude ?? null,
  ],
  load([countryCode, line1, wardCode, provinceCode, legacyText, latitude, longitude]) {
    if (typeof countryCode !== 'string') return null;
    return {
      ...(typeof line1 === 'string' && { line1 }),
      ...(typeof wardCode === 'string' && { wardCode }),
      ...(typeof provinceCode === 'string' && { provinceCode }),
      countryCode,
      ...(typeof legacyText === 'string' && { legacyText }),
      ...(isNumeric(latitude) && { latitude: Number(latitude) }),
      ...(isNumeric(longitude) && { longitude: Number(longitude) }),
    };
  },
  condition(op, operand, target) {
    if (op !== 'contains') throw new Error(`operator ${op} has no SQL for an address`);
    const line1 = like(target.column('line1'), operand, target);
    return `(${line1} or ${like(target.column('legacy'), operand, target)})`;
  },
  parts: { line1: 'line1', wardCode: 'ward', provinceCode: 'province', countryCode: '' },
  indexes: () => [{ columns: ['province'], method: 'btree' }],
};

const isNumeric = (cell: unknown): cell is string | number =>
  typeof cell === 'string' || typeof cell === 'number';
