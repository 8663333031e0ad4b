import { createRandom, type Random } from './random.ts';
import type { SampleCompany } from './sample.ts';

/** One record of the story, before anything is written. */
export interface PlannedRecord {
  object: string;
  /** What others of the plan call it. */
  ref: string;
  at: Date;
  /** Key of the member who enters it, and owns it where records have owners. */
  by: string;
  /** `{ ref }` stands for another record, `{ member }` for a member. */
  values: Record<string, unknown>;
  changes: readonly PlannedChange[];
}

export interface PlannedChange {
  at: Date;
  by: string;
  values: Record<string, unknown>;
}

/** What a sample company has of one object: one more file and one more line in parts/index.ts. */
export interface SamplePart {
  object: string;
  /** Days of it that are written together, one when absent: as many as the story can bear. */
  windowDays?: number;
  plan: (world: SampleWorld) => void;
}

/** What the parts plan in, one after the other; a later one reads what earlier ones planned. */
export interface SampleWorld {
  readonly company: SampleCompany;
  /** Seeded by company and object: a new part changes nothing of the others. */
  readonly random: Random;
  /** Keys of those who own customers. */
  readonly sellers: readonly string[];
  readonly thisYear: number;
  /** A moment of a working day, so many days before today. */
  daysAgo(days: number): Date;
  /** A day without a time; before today when positive. */
  dayAgo(days: number): string;
  /** Whole days from a moment to today. */
  daysSince(moment: Date): number;
  /** A moment of a working day at a quarter of an hour, on which things are planned. */
  slot(days: number): Date;
  /** A minute of the day, so many days before today. */
  minuteOf(days: number, minute: number): Date;
  /** Mondays of the weeks before and to come, today's week among them, as days before today. */
  mondays(before: number, after: number): number[];
  /** So many days after another moment, but no later than yesterday. */
  later(than: Date, days: number): Date;
  add(
    record: Omit<PlannedRecord, 'object' | 'changes'> & Partial<Pick<PlannedRecord, 'changes'>>,
  ): PlannedRecord;
  of(object: string): readonly PlannedRecord[];
}

const dayMs = 86_400_000;
/** Vietnam has one time zone and no summer time. */
const offsetMs = 7 * 3_600_000;

/** Everything a sample company has, the same for the same company and day. */
export function planSample(
  company: SampleCompany,
  parts: readonly SamplePart[],
  now: Date,
): readonly PlannedRecord[] {
  const planned: PlannedRecord[] = [];
  const midnight = Math.floor((now.getTime() + offsetMs) / dayMs) * dayMs - offsetMs;
  const atMinute = (days: number, minute: number) =>
    new Date(midnight - days * dayMs + minute * 60_000);
  for (const { object, plan } of parts) {
    const random = createRandom(`${company.key} ${object}`);
    plan({
      company,
      random,
      sellers: company.members.filter(({ sells }) => sells).map(({ key }) => key),
      thisYear: new Date(midnight + offsetMs).getUTCFullYear(),
      daysAgo: (days) =>
        new Date(
          midnight -
            days * dayMs +
            random.between(8 * 60, 17 * 60 + 30) * 60_000 +
            random.between(0, 59_999),
        ),
      daysSince: (moment) => Math.floor((midnight - moment.getTime()) / dayMs) + 1,
      slot: (days) => atMinute(days, random.between(32, 68) * 15),
      minuteOf: atMinute,
      mondays: (before, after) => {
        const sinceMonday = (new Date(midnight + offsetMs).getUTCDay() + 6) % 7;
        return Array.from({ length: before + after + 1 }, (_, i) => sinceMonday + (before - i) * 7);
      },
      dayAgo: (days) => new Date(midnight + offsetMs - days * dayMs).toISOString().slice(0, 10),
      later: (than, days) =>
        new Date(Math.min(than.getTime() + days * dayMs, midnight - dayMs / 2)),
      add(record) {
        const full = { object, changes: [], ...record };
        planned.push(full);
        return full;
      },
      of: (other) => planned.filter((record) => record.object === other),
    });
  }
  return planned;
}
