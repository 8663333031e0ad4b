import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { keys, queryRecords } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import type { DuplicateGroup } from './duplicates.ts';

const atOnce = 200;

/** What the groups were told by, of all their records at once. */
export function useMembers(
  object: ScreenObject,
  groups: readonly DuplicateGroup[],
): ReadonlyMap<string, RecordData> {
  const ids = groups.flatMap(({ members }) => members.map(({ id }) => id));
  const fields = told(object);
  const { data } = useQuery({
    queryKey: [...keys.records(object.path), 'members', ids],
    queryFn: async ({ signal }) => {
      const found: RecordData[] = [];
      for (let i = 0; i < ids.length; i += atOnce) {
        const where = { field: 'id', op: 'in', value: ids.slice(i, i + atOnce) } as const;
        const page = await queryRecords(object.path, { where, fields, limit: atOnce }, signal);
        found.push(...page.items);
      }
      return found;
    },
    enabled: ids.length > 0,
    placeholderData: (before) => before,
  });
  return useMemo(() => new Map(data?.map((record) => [record.id, record])), [data]);
}

/** Fields of the rules and the owner, each once; the title stands beside them anyway. */
export const told = (object: ScreenObject): string[] =>
  [...new Set([...object.duplicates.map(({ field }) => field), 'owner'])].filter(
    (key) => object.field.has(key) && key !== object.title,
  );
