import { useQuery } from '@tanstack/react-query';
import { membersQuery, teamsQuery } from '#web/api/people.ts';
import { useLabel } from '#web/words/language.tsx';
import type { Target } from '../mapping/targets.ts';

interface Meanings {
  /** The problem of a text that means none of them. */
  code: 'notAnOption' | 'notFound';
  choices: readonly { value: string; label: string }[];
}

/** What a text in a column can mean, where that is one of a list: options, people, teams. */
export function useMeanings(target: Target | undefined): Meanings | undefined {
  const label = useLabel();
  const field = target?.field;
  const isPeople = field?.kind === 'member' || field?.kind === 'members';
  const isTeam = field?.kind === 'team';
  const members = useQuery({ ...membersQuery, enabled: isPeople });
  const teams = useQuery({ ...teamsQuery, enabled: isTeam });
  const named = (items: readonly { id: string; name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  if (isPeople) {
    const there = members.data?.items.filter(({ active, pending }) => active && !pending);
    return { code: 'notFound', choices: named(there) };
  }
  if (isTeam) return { code: 'notFound', choices: named(teams.data?.items) };
  if (field?.kind !== 'select' && field?.kind !== 'multiSelect') return undefined;
  return {
    code: 'notAnOption',
    choices: field.options.map((option) => ({ value: option.value, label: label(option.label) })),
  };
}
