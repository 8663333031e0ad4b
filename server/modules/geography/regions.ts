/** The usual three regions, a default for reports; companies draw territories of their own. */
export const regions = [
  { value: 'north', label: { vi: 'Miền Bắc', en: 'North' } },
  { value: 'central', label: { vi: 'Miền Trung', en: 'Central' } },
  { value: 'south', label: { vi: 'Miền Nam', en: 'South' } },
] as const;
export type Region = (typeof regions)[number]['value'];

/** Province codes run from north to south: Ninh Bình is 37, Lâm Đồng 68. */
export function regionOf(provinceCode: string): Region {
  const code = Number(provinceCode);
  if (code <= 37) return 'north';
  return code <= 68 ? 'central' : 'south';
}
