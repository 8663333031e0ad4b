import { queryOptions } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { address, get } from '#web/api/request.ts';

export const dayKinds = ['plan', 'report'] as const;
export type DayKind = (typeof dayKinds)[number];

export interface DayLine {
  id: string;
  subject: string;
  kind: string;
  status: string;
  startsAt: string | null;
  plannedMinutes: number | null;
  actualMinutes: number | null;
  result: string | null;
  account: string | null;
}

export interface DayDraft {
  lines: DayLine[];
  leader: Reference | null;
  sent: RecordData | null;
}

/** Under the key of activities: what is done meanwhile stands in it. */
export const draftQuery = (day: string, kind: DayKind) =>
  queryOptions({
    queryKey: [...keys.records('activities'), 'day', day, kind],
    queryFn: ({ signal }) => get<DayDraft>(address('day-report', { day, kind }), signal),
  });

/** Lines as a report keeps them. */
export const linesOf = (report: RecordData): DayLine[] => {
  const lines = report['lines'];
  // Written by the program itself when the report was sent.
  return Array.isArray(lines) ? (lines as DayLine[]) : [];
};
