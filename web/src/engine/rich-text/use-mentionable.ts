import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { fold } from '#shared/locale/text.ts';
import { membersQuery, teamsQuery } from '#web/api/people.ts';
import type { FindMentionable } from './mentionable.ts';

const most = 8;

const fit = (name: string, wanted: string): number => (name.includes(` ${wanted}`) ? 1 : 0);

/** Colleagues who are in, then teams, by any part of their names, without accents. */
export function useMentionable(): FindMentionable {
  const client = useQueryClient();
  return useCallback(
    async (q) => {
      const wanted = fold(q);
      const [members, teams] = await Promise.all([
        client.fetchQuery(membersQuery),
        client.fetchQuery(teamsQuery),
      ]);
      return (
        [
          ...members.items
            .filter(({ active, pending }) => active && !pending)
            .map(({ id, name, picture }) => ({ of: 'member' as const, id, name, picture })),
          ...teams.items.map(({ id, name }) => ({ of: 'team' as const, id, name })),
        ]
          .map((each) => ({ each, name: ` ${fold(each.name)}` }))
          .filter(({ name }) => name.includes(wanted))
          // The beginning of a word is what one types.
          .toSorted((a, b) => fit(b.name, wanted) - fit(a.name, wanted))
          .map(({ each }) => each)
          .slice(0, most)
      );
    },
    [client],
  );
}
