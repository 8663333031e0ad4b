import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Filter } from '#shared/filter.ts';
import { keys } from '#web/api/queries.ts';
import { address, get } from '#web/api/request.ts';

export const figureKeys = [
  'planned',
  'done',
  'open',
  'forgotten',
  'cancelled',
  'minutesPlanned',
  'minutesActual',
  'calls',
  'reached',
  'visits',
  'newCustomers',
] as const;
export type FigureKey = (typeof figureKeys)[number];
export type Figures = Record<FigureKey, number | null>;

export const reportedBy = ['person', 'team', 'customer', 'matter', 'kind'] as const;
export type ReportedBy = (typeof reportedBy)[number];

export interface ReportQuery {
  from: string;
  to: string;
  by: ReportedBy;
  member?: string | undefined;
  kind?: string | undefined;
}

export interface ReportRow {
  key: string | { id: string; title: string | null } | null;
  where: Filter;
  figures: Figures;
  before: Figures | null;
}

export interface WorkReport {
  from: string;
  to: string;
  by: ReportedBy;
  before: { from: string; to: string };
  where: Filter;
  figureWhere: Partial<Record<FigureKey, Filter>>;
  customersWhere: Filter;
  rows: ReportRow[];
  total: Figures;
  totalBefore: Figures;
  days: { day: string; figures: Figures }[];
  complete: boolean;
}

/** Under the key of activities, so that it follows what is done. */
export const reportQuery = (query: ReportQuery) =>
  queryOptions({
    queryKey: [...keys.records('activities'), 'report', query],
    queryFn: ({ signal }) => get<WorkReport>(address('work-report', { ...query }), signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
