import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { membersQuery, teamsQuery, type Member, type Team } from '../people/people-queries.ts';
import { fieldError, useTell } from '../use-tell.ts';
import { teamsWords } from './teams.words.ts';

export interface TeamValues {
  name: string;
  parentId: string | null;
  leaderId: string | null;
  memberIds: string[];
}

/** The team first, then who comes into it and who leaves it. */
export function useSaveTeam(
  team: Team | undefined,
  members: readonly Member[],
  onDone: () => void,
) {
  const t = useWords(teamsWords);
  const tell = useTell();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ memberIds, ...values }: TeamValues) => {
      const saved = team
        ? await send<Team>('PATCH', `/api/v1/teams/${team.id}`, values)
        : await send<Team>('POST', '/api/v1/teams', values);
      const failed: string[] = [];
      for (const member of members) {
        const teamIds = movedTeams(member, saved.id, memberIds.includes(member.id));
        if (!teamIds) continue;
        await send('PATCH', `/api/v1/members/${member.id}`, { teamIds }).catch(() =>
          failed.push(member.name),
        );
      }
      return { saved, failed };
    },
    onSuccess: ({ saved, failed }) => {
      onDone();
      if (failed.length > 0)
        notify({ tone: 'bad', text: t('peopleFailed', { names: failed.join(', ') }) });
      else notify({ tone: 'ok', text: t(team ? 'saved' : 'created', { name: saved.name }) });
    },
    onError: (error) => {
      if (!['name', 'parentId', 'leaderId'].some((path) => fieldError(error, path))) tell(error);
    },
    onSettled: () =>
      Promise.all(
        [teamsQuery, membersQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })),
      ),
  });
}

/** The member's teams with this one in or out; undefined when that changes nothing. */
function movedTeams({ teamIds }: Member, team: string, isIn: boolean): string[] | undefined {
  if (teamIds.includes(team) === isIn) return undefined;
  return isIn ? [...teamIds, team] : teamIds.filter((id) => id !== team);
}
