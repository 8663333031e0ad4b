import { useQuery } from '@tanstack/react-query';
import type { AddressField } from '#shared/fields/address.ts';
import type { FieldView } from './field-view.ts';
import { inProvince } from './in-province.ts';
import { provincesQuery, wardsQuery } from './places.ts';
import { partOf } from './read-value.ts';

/** `112 Lê Văn Sỹ, Phường Phú Nhuận, TP. Hồ Chí Minh`: the names come with the lists of units. */
function AddressText({ value, short }: { value: unknown; short: boolean }) {
  const province = partOf(value, 'provinceCode');
  const ward = partOf(value, 'wardCode');
  const { data: provinces } = useQuery({ ...provincesQuery, enabled: province !== '' });
  const { data: wards } = useQuery({ ...wardsQuery(province), enabled: ward !== '' && !short });
  const line = partOf(value, 'line1') || partOf(value, 'legacyText');
  const wardName = short ? undefined : wards?.items.find(({ code }) => code === ward)?.name;
  return inProvince(
    [line, wardName].filter(Boolean).join(', '),
    provinces?.items.find(({ code }) => code === province),
  );
}

export const address: FieldView<AddressField> = {
  width: 240,
  block: true,
  Show: ({ value, place }) =>
    value === null || value === undefined ? null : (
      <AddressText value={value} short={place !== 'page'} />
    ),
  toText: (value) => partOf(value, 'line1') || partOf(value, 'legacyText'),
};
