import { useQueryClient } from '@tanstack/react-query';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { teamsQuery, type Team } from '../people/people-queries.ts';
import { useTell } from '../use-tell.ts';
import { teamsWords } from './teams.words.ts';
import { isWithin } from './tree.ts';

/** Moves a team under another one, shown at once; what the server refuses goes back. */
export function useMoveTeam(teams: readonly Team[]) {
  const t = useWords(teamsWords);
  const tell = useTell();
  const client = useQueryClient();
  const put = async (id: string, parentId: string | null) => {
    await client.cancelQueries({ queryKey: teamsQuery.queryKey });
    client.setQueryData(
      teamsQuery.queryKey,
      (before) =>
        before && {
          items: before.items.map((team) => (team.id === id ? { ...team, parentId } : team)),
        },
    );
    try {
      await send('PATCH', `/api/v1/teams/${id}`, { parentId });
    } finally {
      await client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    }
  };
  return (team: Team, parentId: string | null) => {
    if (team.parentId === parentId || isWithin(teams, parentId, team.id)) return;
    const to = teams.find(({ id }) => id === parentId);
    put(team.id, parentId).then(
      () =>
        notify({
          tone: 'ok',
          text: to
            ? t('moved', { name: team.name, to: to.name })
            : t('movedTop', { name: team.name }),
          action: { label: t('undo'), run: () => void put(team.id, team.parentId).catch(tell) },
        }),
      tell,
    );
  };
}
