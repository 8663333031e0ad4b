import { queryOptions } from '@tanstack/react-query';
import { address, get, send } from '#web/api/request.ts';

export interface Place {
  code: string;
  name: string;
  fullName: string;
}

interface Ward extends Place {
  provinceCode: string;
}

export interface ReadAddress {
  line1: string;
  province: Place | null;
  candidates: { province: Place; ward: Ward; whole: boolean }[];
}

const forGood = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

export interface Province extends Place {
  /** Of the provinces it was made of, where they were called otherwise. */
  formerNames: readonly string[];
  /** In small letters without spaces: `hcm`, `saigon`. */
  shortNames: readonly string[];
}

export const provincesQuery = queryOptions({
  queryKey: ['provinces'],
  queryFn: ({ signal }) => get<{ items: Province[] }>('/api/v1/places/provinces', signal),
  ...forGood,
});

/** A ward in its province; `was` is the former name it was found by. */
export interface FoundWard {
  province: Place;
  ward: Ward;
  was: string | null;
}

/** Wards of the whole country by a few letters, also of the names before July 2025. */
export const findWardsQuery = (q: string) =>
  queryOptions({
    queryKey: ['wards', 'find', q],
    queryFn: async ({ signal }) => {
      const { items } = await get<{ items: (Omit<FoundWard, 'ward'> & { ward: Ward | null })[] }>(
        address('places/search', { q, limit: 30 }),
        signal,
      );
      return items.flatMap(({ ward, ...rest }): FoundWard[] => (ward ? [{ ...rest, ward }] : []));
    },
    ...forGood,
  });

export const namedWardsQuery = (codes: readonly string[]) =>
  queryOptions({
    queryKey: ['wards', 'named', codes],
    queryFn: ({ signal }) =>
      get<{ items: Omit<FoundWard, 'was'>[] }>(
        address('places/wards', { codes: codes.join(',') }),
        signal,
      ),
    ...forGood,
  });

export const wardsQuery = (province: string) =>
  queryOptions({
    queryKey: ['wards', province],
    queryFn: ({ signal }) =>
      get<{ items: Ward[] }>(address(`places/provinces/${province}/wards`), signal),
    ...forGood,
  });

export const countriesQuery = queryOptions({
  queryKey: ['countries'],
  queryFn: ({ signal }) =>
    get<{ items: { code: string; name: { vi: string; en: string } }[] }>(
      '/api/v1/places/countries',
      signal,
    ),
  ...forGood,
});

/** What an address as people write it probably is in today's units. */
export const readAddress = (text: string): Promise<ReadAddress> =>
  send('POST', '/api/v1/places/parse', { text });
