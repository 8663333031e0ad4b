import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { membersQuery, teamsQuery } from '#web/api/people.ts';
import { useWords } from '#web/words/language.tsx';
import { findWardsQuery, provincesQuery } from '../fields/places.ts';
import type { FieldPath } from './paths.ts';
import { filterWords } from './filter.words.ts';
import type { ValueSources } from './find-fields.ts';

/** Names that can be found as values of these fields by what was typed; most are asked for once. */
export function useValueSources(paths: readonly FieldPath[], words: string): ValueSources {
  const t = useWords(filterWords);
  const [typed] = useDebouncedValue(words.trim(), 150);
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
  const wards = useQuery({
    ...findWardsQuery(typed),
    enabled: typed.length >= shortest && has(({ part }) => part === 'wardCode'),
    placeholderData: keepPreviousData,
  }).data;
  return {
    provinces:
      provinces?.items.flatMap(({ code, name, formerNames }) => [
        { id: code, name },
        ...formerNames.map((was) => ({ id: code, name: t('was', { name, was }), by: was })),
      ]) ?? [],
    wards:
      wards?.map(({ ward, province, was }) => ({
        id: ward.code,
        name:
          was === null
            ? `${ward.fullName}, ${province.name}`
            : t('was', { name: `${ward.fullName}, ${province.name}`, was }),
      })) ?? [],
    members: members?.items.filter(({ active, pending }) => active && !pending) ?? [],
    teams: teams?.items ?? [],
  };
}

/** Letters a ward is looked for by; fewer find half the country. */
const shortest = 3;
