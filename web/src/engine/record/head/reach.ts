import { useQuery } from '@tanstack/react-query';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { inProvince } from '../../fields/in-province.ts';
import { provincesQuery, type Province } from '../../fields/places.ts';
import { asText, asTexts, partOf } from '../../fields/read-value.ts';

export interface Reach {
  /** In their international form. */
  phones: string[];
  emails: string[];
  /** The first address as a text that maps understand; empty when there is none. */
  address: string;
}

/** How one gets to them, from whatever fields of such kinds the record has, in their order. */
export function reachOf(object: ScreenObject, record: RecordData, province?: Province): Reach {
  const shown = object.fields.filter(({ key }) => !object.layout.hidden.includes(key));
  const texts = (one: string, many: string): string[] =>
    shown.flatMap(({ kind, key }) =>
      kind === one ? [asText(record[key])] : kind === many ? asTexts(record[key]) : [],
    );
  const place = firstAddress(object, record);
  const line = partOf(place, 'line1') || partOf(place, 'legacyText');
  return {
    phones: [...new Set(texts('phone', 'phones'))].filter(Boolean),
    emails: [...new Set(texts('email', 'emails'))].filter(Boolean),
    address: line === '' ? '' : inProvince(line, province),
  };
}

function firstAddress(object: ScreenObject, record: RecordData): unknown {
  const field = object.fields.find(
    ({ kind, key }) => kind === 'address' && record[key] !== null && record[key] !== undefined,
  );
  return field && record[field.key];
}

/** The same, with the name of the province. */
export function useReach(object: ScreenObject, record: RecordData): Reach {
  const code = partOf(firstAddress(object, record), 'provinceCode');
  const { data } = useQuery({ ...provincesQuery, enabled: code !== '' });
  return reachOf(
    object,
    record,
    data?.items.find((each) => each.code === code),
  );
}

/** Accounts of messengers belong to mobile numbers; which numbers abroad are such is not known here. */
export const mobileOf = (phones: readonly string[]): string | undefined =>
  phones.find((phone) => !phone.startsWith('+84') || /^\+84[35789]/.test(phone));

export const zaloAddress = (phone: string): string => `https://zalo.me/${phone.replace('+', '')}`;

export const mapAddress = (place: string): string =>
  `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(place)}`;
