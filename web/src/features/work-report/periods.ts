/** Days, the last one included; `YYYY-MM-DD`. */
export interface Stretch {
  from: string;
  to: string;
}

export const periods = ['today', 'week', 'month', 'lastMonth', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** Dates without a time are counted as UTC days, so that no zone moves them. */
const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** The stretch of a period around a day; weeks begin on Monday. */
export function stretchOf(period: Period, today: string): Stretch {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const at = month - 1;
  const monday = date - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7);
  const quarter = Math.floor(at / 3) * 3;
  const stretches: Record<Period, Stretch> = {
    today: { from: today, to: today },
    week: { from: day(year, at, monday), to: day(year, at, monday + 6) },
    month: { from: day(year, at, 1), to: day(year, at + 1, 0) },
    lastMonth: { from: day(year, at - 1, 1), to: day(year, at, 0) },
    quarter: { from: day(year, quarter, 1), to: day(year, quarter + 3, 0) },
    year: { from: day(year, 0, 1), to: day(year, 12, 0) },
  };
  return stretches[period];
}

export const periodOf = ({ from, to }: Stretch, today: string): Period | 'custom' =>
  periods.find((period) => {
    const stretch = stretchOf(period, today);
    return stretch.from === from && stretch.to === to;
  }) ?? 'custom';

/** Every day of the stretch. */
export function daysOf({ from, to }: Stretch): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
