import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { membersQuery, teamsQuery } from '#web/api/people.ts';
import { aggregateQuery } from '#web/api/queries.ts';
import type { ListState } from '../list/list-params.ts';
import { columnsOf, type Column } from './board-columns.ts';

/** More colleagues than this are not offered as empty columns. */
const mostPeople = 12;

/** The columns with how many cards each has, and their sums. */
export function useColumns(
  object: ScreenObject,
  state: Pick<ListState, 'where' | 'q'>,
  field: ScreenField,
  sum: ScreenField | undefined,
): { columns: Column[]; isLoading: boolean; error: Error | null; again(): void } {
  const { data, isPlaceholderData, error, refetch } = useQuery({
    ...aggregateQuery(object.path, {
      where: state.where,
      q: state.q,
      groupBy: [{ field: field.key }],
      measures: [{ fn: 'count' }, ...(sum ? [{ fn: 'sum' as const, field: sum.key }] : [])],
    }),
    placeholderData: keepPreviousData,
  });
  const members = useQuery({ ...membersQuery, enabled: field.kind === 'member' }).data;
  const teams = useQuery({ ...teamsQuery, enabled: field.kind === 'team' }).data;
  const columns = useMemo(() => {
    const people =
      field.kind === 'team'
        ? (teams?.items ?? [])
        : (members?.items.filter(({ active, pending }) => active && !pending) ?? []);
    const offered = people.length > mostPeople ? [] : people;
    const names = offered.map(({ id, name }) => ({ id, title: name }));
    return columnsOf(field, data?.groups ?? [], names);
  }, [field, data, members, teams]);
  return {
    columns,
    isLoading: data === undefined || (isPlaceholderData && columns.length === 0),
    error,
    again: () => void refetch(),
  };
}
