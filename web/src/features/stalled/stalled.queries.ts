import { queryOptions } from '@tanstack/react-query';
import type { StalledSettings } from '#shared/stalled.ts';
import { keys, queryRecords } from '#web/api/queries.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { address, get } from '#web/api/request.ts';

export interface Amount {
  amount: string;
  currency: string;
}

/** What became of a customer of a sheet since. */
export interface Outcome {
  handover: { id: string; to: Reference | null; at: string } | null;
  contacted: boolean;
  moved: boolean;
  stage: string | null;
  lost: boolean;
  gone: boolean;
}

export interface SheetLine {
  id: string;
  account: Reference | null;
  name: string;
  keeper: Reference | null;
  stage: string | null;
  potential: string | null;
  why: string[];
  idleDays: number;
  valueAtRisk: Amount | null;
  valueFrom: 'bookings' | 'revenue' | null;
  load: { customers?: number } | null;
  suggested: Reference | null;
  whySuggested: string[];
  outcome: Outcome;
}

export interface Sheet {
  sheet: RecordData;
  lines: SheetLine[];
  totals: Record<'handedOver' | 'contacted' | 'moved' | 'stageMoved' | 'lost', number>;
}

const path = 'stalled-sheets';

/** Under the key of their object, so that live changes renew them. */
export const sheetsQuery = queryOptions({
  queryKey: [...keys.records(path), 'all'],
  queryFn: ({ signal }) =>
    queryRecords(
      path,
      { sort: '-madeAt', limit: 50, fields: ['name', 'madeAt', 'customers', 'owner'] },
      signal,
    ),
  staleTime: 15_000,
});

export const sheetQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.record(path, id), 'lines'],
    queryFn: ({ signal }) => get<Sheet>(address(`stalled/sheets/${id}`), signal),
    staleTime: 15_000,
  });

export const settingsQuery = queryOptions({
  queryKey: ['stalled-settings'],
  queryFn: ({ signal }) => get<StalledSettings>(address('stalled/settings'), signal),
});
