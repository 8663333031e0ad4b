import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fold } from '#shared/locale/text.ts';
import { membersQuery, teamsQuery } from '#web/api/people.ts';
import { useMe } from '#web/engine/model.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useWords } from '#web/words/language.tsx';
import { calendarWords } from './calendar.words.ts';
import type { CalendarState } from './calendar-state.ts';
import classes from './toolbar.module.css';

interface Props {
  state: CalendarState;
  onChange(part: Partial<CalendarState>): void;
}

/** Mine, a team's, or those of some colleagues beside each other. */
export function PeopleMenu({ state, onChange }: Props) {
  const t = useWords(calendarWords);
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const [q, setQ] = useState('');
  const { data: members } = useQuery(membersQuery);
  const { data: teams } = useQuery(teamsQuery);
  const chosen = state.members?.split(',') ?? [];
  const team = teams?.items.find(({ id }) => id === state.teams);
  const only =
    chosen.length === 1 ? members?.items.find(({ id }) => id === chosen[0])?.name : undefined;
  const name = team
    ? t('ofTeam', { name: team.name })
    : chosen.length > 0
      ? (only ?? t('ofPeople', { count: chosen.length }))
      : t('mine');
  const found = (members?.items ?? []).filter(
    ({ active, pending, name: each }) => active && !pending && fold(each).includes(fold(q)),
  );
  const pick = (part: Partial<CalendarState>) => {
    onChange({ members: undefined, teams: undefined, ...part });
    setOpen(false);
  };
  const toggle = (id: string) => {
    // Beside one's own, as long as nothing else was chosen.
    const before = chosen.length > 0 ? chosen : [me.id];
    const next = before.includes(id) ? before.filter((each) => each !== id) : [...before, id];
    const isMine = next.length === 0 || (next.length === 1 && next[0] === me.id);
    onChange({ teams: undefined, members: isMine ? undefined : next.join(',') });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.whose ?? ''}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          rightSection={<IconChevronDown size={14} stroke={1.7} />}
          onClick={() => setOpen(!isOpen)}
        >
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.people ?? ''} aria-label={t('whose')}>
        <button type="button" className={classes.choice} onClick={() => pick({})}>
          <Avatar name={me.name} picture={me.picture} />
          {t('mine')}
          {!team && chosen.length === 0 && <IconCheck size={16} stroke={1.7} aria-hidden />}
        </button>
        {teams && teams.items.length > 0 && (
          <div role="group" aria-label={t('teams')}>
            <p className={classes.group}>{t('teams')}</p>
            {teams.items.map(({ id, name: each }) => (
              <button
                key={id}
                type="button"
                className={classes.choice}
                onClick={() => pick({ teams: id })}
              >
                {each}
                {state.teams === id && <IconCheck size={16} stroke={1.7} aria-hidden />}
              </button>
            ))}
          </div>
        )}
        <div role="group" aria-label={t('colleagues')}>
          <p className={classes.group}>{t('colleagues')}</p>
          <TextInput
            aria-label={t('findColleague')}
            placeholder={t('findColleague')}
            value={q}
            onChange={({ currentTarget }) => setQ(currentTarget.value)}
          />
          <div className={classes.colleagues}>
            {found.map(({ id, name: each, picture }) => (
              <label key={id} className={classes.choice}>
                <Avatar name={each} picture={picture} />
                <span>{each}</span>
                <Checkbox
                  size="xs"
                  checked={chosen.includes(id) || (chosen.length === 0 && !team && id === me.id)}
                  onChange={() => toggle(id)}
                />
              </label>
            ))}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
