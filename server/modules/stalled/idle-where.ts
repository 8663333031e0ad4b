import type { Condition, Filter } from '#shared/filter.ts';
import { watchedPotentials, watchedStages, type StalledSettings } from '#shared/stalled.ts';

const dayMs = 86_400_000;

export const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * dayMs).toISOString();

/** Days a customer of this stage and potential may stand still; 0: for ever. */
export function allowedDays({ days }: StalledSettings, stage: unknown, potential: unknown): number {
  const ofStage = watchedStages.find((each) => each === stage);
  const of = watchedPotentials.find((each) => each === potential) ?? 'none';
  return ofStage === undefined ? 0 : days[ofStage][of];
}

/** Stages in which some customer is watched at all. */
export const stagesWatched = ({ days }: StalledSettings): string[] =>
  watchedStages.filter((stage) =>
    watchedPotentials.some((potential) => days[stage][potential] > 0),
  );

/**
 * Customers that nothing was done with and whose stage did not change for so long that they may be stalled: for the
 * shortest time of their stage, of which `part` has passed. Whether they are is for `allowedDays` to say.
 */
export const idleWhere = (settings: StalledSettings, now: Date, part = 1): Filter => ({
  or: stagesWatched(settings).map((stage): Filter => {
    const watched = watchedPotentials
      .map((potential) => allowedDays(settings, stage, potential))
      .filter((days) => days > 0);
    const before = daysBefore(now, Math.min(...watched) * part);
    return {
      and: [
        { field: 'stage', op: 'eq', value: stage },
        notSince('lastActivityAt', before),
        notSince('stageSince', before),
        { field: 'createdAt', op: 'lte', value: before },
      ],
    };
  }),
});

const notSince = (field: string, before: string): Filter => {
  const earlier: Condition = { field, op: 'lte', value: before };
  return { or: [{ field, op: 'isEmpty' }, earlier] };
};
