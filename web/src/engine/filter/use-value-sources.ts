import { useQuery } from '@tanstack/react-query';
import { membersQuery, teamsQuery } from '#web/api/people.ts';
import { provincesQuery } from '../fields/places.ts';
import type { FieldPath } from './paths.ts';
import type { ValueSources } from './find-fields.ts';

/** Names that can be found as values of these fields; asked for once. */
export function useValueSources(paths: readonly FieldPath[]): ValueSources {
  const has = (test: (path: FieldPath) => boolean) => paths.some(test);
  const provinces = useQuery({
    ...provincesQuery,
    enabled: has(({ part }) => part === 'provinceCode'),
  }).data;
  const members = useQuery({
    ...membersQuery,
    enabled: has(({ field }) => field.kind === 'member'),
  }).data;
  const teams = useQuery({
    ...teamsQuery,
    enabled: has(({ field }) => field.kind === 'team'),
  }).data;
  return {
    provinces: provinces?.items.map(({ code, name }) => ({ id: code, name })) ?? [],
    members: members?.items.filter(({ active, pending }) => active && !pending) ?? [],
    teams: teams?.items ?? [],
  };
}
