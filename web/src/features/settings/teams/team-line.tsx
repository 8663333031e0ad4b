import { useDraggable, useDroppable } from '@dnd-kit/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { Avatar } from '#web/ui/avatar.tsx';
import { useWords } from '#web/words/language.tsx';
import type { Member, Team } from '../people/people-queries.ts';
import { TeamMenu } from './team-menu.tsx';
import { teamsWords } from './teams.words.ts';
import type { Branch } from './tree.ts';
import classes from './team-tree.module.css';

interface Props {
  line: Branch;
  teams: readonly Team[];
  members: readonly Member[];
  /** What is being dragged may be dropped here. */
  isTarget: boolean;
  onMove: (team: Team, parentId: string | null) => void;
}

const mostFaces = 5;

export function TeamLine({
  line: { team, depth, before },
  teams,
  members,
  isTarget,
  onMove,
}: Props) {
  const t = useWords(teamsWords);
  const { setNodeRef: handleRef, listeners, isDragging } = useDraggable({ id: team.id });
  const { setNodeRef: lineRef, isOver } = useDroppable({ id: team.id, disabled: !isTarget });
  const people = members.filter(({ teamIds, active }) => active && teamIds.includes(team.id));
  const leader = members.find(({ id }) => id === team.leaderId);
  const parent = teams.find(({ id }) => id === team.parentId);
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight' && before) onMove(team, before.id);
    else if (event.key === 'ArrowLeft' && parent) onMove(team, parent.parentId);
    else return;
    event.preventDefault();
  };
  return (
    <li
      ref={lineRef}
      className={`${classes.line} ${isOver ? classes.over : ''} ${isDragging ? classes.dragged : ''}`}
      style={{ paddingInlineStart: `calc(var(--s-16) + ${depth} * var(--s-24))` }}
    >
      <button
        ref={handleRef}
        type="button"
        className={classes.handle}
        aria-label={t('move', { name: team.name })}
        onKeyDown={walk}
        onPointerDown={(event) => listeners?.['onPointerDown']?.(event)}
      >
        <IconGripVertical size={16} stroke={1.7} aria-hidden />
      </button>
      <span className={classes.words}>
        <span className={classes.name}>{team.name}</span>
        <span className={classes.leader}>
          {leader ? t('leader', { name: leader.name }) : t('noLeader')}
        </span>
      </span>
      <span className={classes.faces} aria-hidden>
        {people.slice(0, mostFaces).map((member) => (
          <Avatar key={member.id} name={member.name} picture={member.picture} size={24} />
        ))}
      </span>
      <span className={classes.count}>{t('members', { count: people.length })}</span>
      <TeamMenu team={team} teams={teams} members={members} />
    </li>
  );
}
