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

export const provincesQuery = queryOptions({
  queryKey: ['provinces'],
  queryFn: ({ signal }) => get<{ items: Place[] }>('/api/v1/places/provinces', signal),
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
