export { completeAddress } from './complete-address.ts';
export { countries, type Country, findCountry } from '#shared/locale/countries.ts';
export { findProvince, newProvinceCode, shortNames } from './find-province.ts';
export { formerNames, oldProvinces, type OldProvince } from './old-provinces.ts';
export { type Region, regionOf, regions } from './regions.ts';
export { findFormerWards } from './find-former-wards.ts';
export { searchUnits, type UnitHit, unitLine } from './search-units.ts';
export {
  type ParsedAddress,
  parseAddressText,
  suggestWards,
  type WardCandidate,
} from './suggest-wards.ts';
export {
  type Province,
  provinceByCode,
  provinces,
  type Ward,
  wardByCode,
  wardsOf,
} from './units.ts';
