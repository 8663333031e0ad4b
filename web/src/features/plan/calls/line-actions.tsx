import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { useSayTime } from '../finish/say-time.ts';
import { openFinish } from '../open-finish.ts';
import type { CallLine } from '../plan.queries.ts';
import { planWords } from '../plan.words.ts';
import { useMove } from '../use-move.ts';
import { CallButton } from './call-button.tsx';
import classes from './calls.module.css';
import { lowerFirst } from './lower-first.ts';
import { MoveDialog } from './move-dialog.tsx';

/** What can be done with a call: dial, tell what came of it, give it a time, leave it for today. */
export function LineActions({ line }: { line: CallLine }) {
  const t = useWords(planWords);
  const sayTime = useSayTime();
  const { move, plan, skip } = useMove();
  const [isMoving, setMoving] = useState(false);
  const { activity, slot, state, title, startsAt } = line;
  const take = (to: string) =>
    activity === null ? plan(line, to) : move({ id: activity, title, startsAt }, to);
  return (
    <div className={classes.actions}>
      {state !== 'done' && <CallButton line={line} />}
      {slot && (
        <Button variant="default" size="xs" onClick={() => void take(slot.startsAt)}>
          {t('put', { when: lowerFirst(sayTime(slot.startsAt)) })}
        </Button>
      )}
      {activity !== null && (state === 'running' || state === 'forgotten' || slot === null) && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          data-act="log"
          aria-label={t('logName', { name: title })}
          onClick={() => openFinish({ id: activity })}
        >
          {t('log')}
        </Button>
      )}
      {state !== 'running' && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          data-act="move"
          onClick={() => setMoving(true)}
        >
          {t(slot ? 'otherTime' : 'move')}
        </Button>
      )}
      {state === 'suggested' && (
        <Button variant="subtle" color="gray" size="xs" onClick={() => void skip(line)}>
          {t('skip')}
        </Button>
      )}
      {isMoving && (
        <MoveDialog
          title={title}
          startsAt={slot?.startsAt ?? startsAt}
          onMove={take}
          onClose={() => setMoving(false)}
        />
      )}
    </div>
  );
}
