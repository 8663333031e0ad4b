import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { address, get } from '#web/api/request.ts';
import { useWords } from '#web/words/language.tsx';
import { importKeys, isWorking, type Import } from './imports.ts';
import classes from './running-imports.module.css';
import { runningWords } from './running.words.ts';

const askAgainMs = 2000;
const looked = 10;

/** Imports of this person that work at this moment; asked again only while there are some. */
export function useRunningImports(): Import[] {
  const { data } = useQuery({
    queryKey: [...importKeys.all, 'running'],
    queryFn: ({ signal }) =>
      get<{ items: Import[] }>(address('imports', { limit: String(looked) }), signal),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.items.some(isWorking) ? askAgainMs : false),
  });
  return data?.items.filter(isWorking) ?? [];
}

/** A small line in the frame for each; nothing when there is none. */
export function RunningImports() {
  const t = useWords(runningWords);
  return useRunningImports().map((made) => {
    const { state, counts, total } = made;
    const rows = state === 'running' ? counts.run : counts.check;
    const done = rows
      ? rows.created + rows.updated + rows.unchanged + rows.skipped + rows.rejected
      : 0;
    const name = t(wordsOf(state), { name: made.fileName });
    return (
      <Link key={made.id} to="/imports/$id" params={{ id: made.id }} className={classes.running}>
        <span className={classes.name}>{name}</span>
        <Progress size="xs" value={total ? (done / total) * 100 : 0} aria-label={name} />
      </Link>
    );
  });
}

const wordsOf = (state: Import['state']) => {
  if (state === 'running') return 'importing';
  return state === 'undoing' || state === 'checking' ? state : 'reading';
};
