import {
  DndContext,
  PointerSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import type { Member, Team } from '../people/people-queries.ts';
import { TeamLine } from './team-line.tsx';
import { teamsWords } from './teams.words.ts';
import { isWithin, linesOf } from './tree.ts';
import { useMoveTeam } from './use-move-team.ts';
import classes from './team-tree.module.css';

interface Props {
  teams: readonly Team[];
  members: readonly Member[];
}

const top = 'top';

/** Teams below teams; a team is dragged into another one, or moved with the arrow keys on its handle. */
export function TeamTree({ teams, members }: Props) {
  const move = useMoveTeam(teams);
  const [dragged, setDragged] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const team = teams.find(({ id }) => id === active.id);
    if (team && over) move(team, over.id === top ? null : String(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDragged(null)}
    >
      <ul className={classes.tree}>
        {linesOf(teams).map((line) => (
          <TeamLine
            key={line.team.id}
            line={line}
            teams={teams}
            members={members}
            isTarget={dragged !== null && !isWithin(teams, line.team.id, dragged)}
            onMove={move}
          />
        ))}
      </ul>
      {dragged !== null && <Top />}
    </DndContext>
  );
}

/** Where a team is dropped that shall stand in no other. */
function Top() {
  const t = useWords(teamsWords);
  const { setNodeRef, isOver } = useDroppable({ id: top });
  return (
    <div ref={setNodeRef} className={`${classes.top} ${isOver ? classes.over : ''}`}>
      {t('dropTop')}
    </div>
  );
}
