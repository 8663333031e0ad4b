/**
 * What the package of unit data lacks or has wrong, as of the list of July 2026. Read by
 * scripts/build-units.ts only.
 */
export const wardCodeCorrections: Readonly<Record<string, string>> = {
  '06970': '06978',
  '23737': '23938',
};

/** Đồng Nai is a city since 30 April 2026 (Resolution 30/2026/QH16)… */
export const provincesThatBecameCities: readonly string[] = ['75'];

/** …and these ten of its communes became wards. */
export const communesThatBecameWards: readonly string[] = [
  '25270',
  '25357',
  '25363',
  '26116',
  '26170',
  '26248',
  '26326',
  '26368',
  '26425',
  '26485',
];

export interface MissingChange {
  province: string;
  district: string;
  /** Empty for island districts that had no wards. */
  ward: string;
  newCode: string;
}

/** Rows the package leaves without an old unit, and one commune that it leaves out. */
export const missingChanges: readonly MissingChange[] = [
  { province: 'Hải Phòng', district: 'Huyện Bạch Long Vĩ', ward: '', newCode: '11948' },
  { province: 'Bà Rịa - Vũng Tàu', district: 'Huyện Côn Đảo', ward: '', newCode: '26732' },
  { province: 'Quảng Trị', district: 'Huyện Cồn Cỏ', ward: '', newCode: '19742' },
  { province: 'Đà Nẵng', district: 'Huyện Hoàng Sa', ward: '', newCode: '20333' },
  { province: 'Quảng Ngãi', district: 'Huyện Lý Sơn', ward: '', newCode: '21548' },
  { province: 'Gia Lai', district: 'Huyện Chư Prông', ward: 'Xã Ia Mơ', newCode: '23938' },
];
