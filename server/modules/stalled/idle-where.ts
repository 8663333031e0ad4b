import type { Condition, Filter } from '#shared/filter.ts';
import {
  watchedPotentials,
  watchedStages,
  type StalledSettings,
  type WatchedPotential,
} from '#shared/stalled.ts';

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

/** Customers of a stage and potential that are watched at all. */
export const watchedWhere = (settings: StalledSettings): Filter => ({
  or: watchedGroups(settings).map(({ where }) => where),
});

/**
 * Customers that nothing was done with and whose stage did not change for `part` of the whole days that their stage and
 * potential allow: all of them and no other, so that what does not fit on a sheet is counted and not read.
 */
export const idleWhere = (settings: StalledSettings, now: Date, part = 1): Filter => ({
  or: watchedGroups(settings).map(({ where, days }): Filter => {
    const before = daysBefore(now, Math.ceil(days * part));
    return {
      and: [
        where,
        notSince('lastActivityAt', before),
        notSince('stageSince', before),
        { field: 'createdAt', op: 'lte', value: before },
      ],
    };
  }),
});

/** Potentials of a stage that may stand still for the same number of days. */
function watchedGroups(settings: StalledSettings): { where: Filter; days: number }[] {
  return watchedStages.flatMap((stage) =>
    [...Map.groupBy(watchedPotentials, (potential) => allowedDays(settings, stage, potential))]
      .filter(([days]) => days > 0)
      .map(([days, potentials]) => ({
        days,
        where: { and: [{ field: 'stage', op: 'eq', value: stage }, ofPotentials(potentials)] },
      })),
  );
}

/** `none` is whatever is not one of the others. */
function ofPotentials(potentials: readonly WatchedPotential[]): Filter {
  if (!potentials.includes('none')) return { field: 'potential', op: 'in', value: potentials };
  const others = watchedPotentials.filter((each) => !potentials.includes(each));
  return { not: { field: 'potential', op: 'in', value: others } };
}

const notSince = (field: string, before: string): Filter => {
  const earlier: Condition = { field, op: 'lte', value: before };
  return { or: [{ field, op: 'isEmpty' }, earlier] };
};
