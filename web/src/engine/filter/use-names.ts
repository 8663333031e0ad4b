import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filter } from '#shared/filter.ts';
import { readLink } from '#shared/record-link.ts';
import type { ScreenModel, ScreenObject } from '#web/api/model.ts';
import { membersQuery, teamsQuery } from '#web/api/people.ts';
import { keys, queryRecords } from '#web/api/queries.ts';
import { useLanguage } from '#web/words/language.tsx';
import { countriesQuery, namedWardsQuery, provincesQuery } from '../fields/places.ts';
import { useModel } from '../model.ts';
import { titleOf } from '../records/title.ts';
import { rememberedName } from './operand/remember-name.ts';
import { findPath } from './paths.ts';
import { linesOf } from './tree/change-tree.ts';
import { readFilter } from './tree/filter-tree.ts';
import { linked, namedBy, type Names } from './value-text.ts';

type Ids = ReadonlyMap<string, readonly string[]>;

/** What the ids and codes in a filter are called; only what is in it is asked for. */
export function useNames(where: Filter | undefined, object: ScreenObject): Names {
  const model = useModel();
  return useNamesIn(useMemo(() => idsIn(where, object, model), [where, object, model]));
}

/** What ids of one sort are called. */
export const useNamesOf = (of: string | undefined, ids: readonly string[]): Names =>
  useNamesIn(of === undefined ? nothing : new Map([[of, ids]]));
const nothing: Ids = new Map();

function useNamesIn(asked: Ids): Names {
  const wanted = useMemo(() => withLinked(asked), [asked]);
  const model = useModel();
  const client = useQueryClient();
  const { language } = useLanguage();
  const members = useQuery({ ...membersQuery, enabled: wanted.has('member') }).data;
  const teams = useQuery({ ...teamsQuery, enabled: wanted.has('team') }).data;
  const provinces = useQuery({ ...provincesQuery, enabled: wanted.has('provinceCode') }).data;
  const wardCodes = wanted.get('wardCode') ?? [];
  const wards = useQuery({
    ...namedWardsQuery(wardCodes),
    enabled: wardCodes.length > 0,
  }).data;
  const countries = useQuery({ ...countriesQuery, enabled: wanted.has('countryCode') }).data;
  const targets = [...wanted].flatMap(([of, ids]) => {
    const target = model.byKey.get(of);
    const isKnown = ids.every((id) => rememberedName(client, of, id) !== undefined);
    return target && !isKnown && ids.length > 0 ? { target, ids } : [];
  });
  const records = useQueries({
    queries: targets.map(({ target, ids }) => ({
      queryKey: [...keys.records(target.path), 'titles', ids],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        queryRecords(
          target.path,
          {
            where: { field: 'id', op: 'in', value: ids },
            limit: 200,
            ...(target.title !== null && { fields: [target.title] }),
          },
          signal,
        ),
      staleTime: 60_000,
    })),
  });
  const names: Names = (of, id) => {
    if (of === linked) {
      const { object, id: own } = readLink(id);
      return rememberedName(client, of, id) ?? names(object, own);
    }
    if (of === 'member') return members?.items.find((each) => each.id === id)?.name;
    if (of === 'team') return teams?.items.find((each) => each.id === id)?.name;
    if (of === 'provinceCode') return provinces?.items.find(({ code }) => code === id)?.name;
    if (of === 'wardCode')
      return (
        wards?.items.find(({ ward }) => ward.code === id)?.ward.fullName ??
        rememberedName(client, of, id)
      );
    if (of === 'countryCode')
      return countries?.items.find(({ code }) => code === id)?.name[language];
    const at = targets.findIndex(({ target }) => target.key === of);
    const target = targets[at]?.target;
    const record = records[at]?.data?.items.find((each) => each.id === id);
    if (target && record) return titleOf(target, record, language);
    return rememberedName(client, of, id);
  };
  return names;
}

/** Links as ids of the objects they lead to. */
function withLinked(ids: Ids): Ids {
  const links = (ids.get(linked) ?? []).map(readLink);
  if (links.length === 0) return ids;
  const all = new Map(ids);
  all.delete(linked);
  for (const { object, id } of links) all.set(object, [...(all.get(object) ?? []), id]);
  return all;
}

/** Ids by whose names they are; at most a page of each. */
function idsIn(where: Filter | undefined, object: ScreenObject, model: ScreenModel): Ids {
  const ids = new Map<string, Set<string>>();
  for (const { field, value } of linesOf(readFilter(where))) {
    const path = findPath(field, object, model);
    const of = path && namedBy(path);
    if (of === undefined) continue;
    const known = ids.get(of) ?? new Set();
    ids.set(of, known);
    for (const each of Array.isArray(value) ? value : [value])
      if (typeof each === 'string') known.add(each);
  }
  return new Map([...ids].map(([of, set]) => [of, [...set].toSorted().slice(0, 200)]));
}
