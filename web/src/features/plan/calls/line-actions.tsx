import { Button } from '@mantine/core';
import { IconCalendarTime, IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { useSayTime } from '../finish/say-time.ts';
import { openFinish } from '../open-finish.ts';
import type { CallLine } from '../plan.queries.ts';
import { planWords } from '../plan.words.ts';
import { useMayChange } from '../use-may-change.ts';
import { useMove } from '../use-move.ts';
import { CallButton } from './call-button.tsx';
import classes from './calls.module.css';
import { MoveDialog } from './move-dialog.tsx';
import { QuietButton } from './quiet-button.tsx';

/** What can be done with a call: dial, tell what came of it, give it a time, leave it for today. */
export function LineActions({ line }: { line: CallLine }) {
  const t = useWords(planWords);
  const sayTime = useSayTime();
  const { move, plan, skip } = useMove();
  const [isMoving, setMoving] = useState(false);
  const mayChange = useMayChange();
  const { activity, slot, state, title, startsAt } = line;
  const take = (to: string) =>
    activity === null ? plan(line, to) : move({ id: activity, title, startsAt }, to);
  if (!mayChange) return null;
  return (
    <div className={classes.actions}>
      {state !== 'done' && <CallButton line={line} />}
      {activity !== null && state !== 'done' && (
        <QuietButton
          icon={IconCheck}
          word={t('log')}
          name={t('logName', { name: title })}
          act="log"
          onClick={() => openFinish({ id: activity })}
        />
      )}
      {(state === 'planned' || slot) && (
        <QuietButton
          icon={IconCalendarTime}
          word={t(slot ? 'otherTime' : 'move')}
          name={t('named', { act: t(slot ? 'otherTime' : 'move'), name: title })}
          act="move"
          onClick={() => setMoving(true)}
        />
      )}
      {state === 'suggested' && (
        <QuietButton
          icon={IconX}
          word={t('skip')}
          name={t('named', { act: t('skip'), name: title })}
          act="skip"
          onClick={() => void skip(line)}
        />
      )}
      {slot && (
        <Button variant="default" size="xs" onClick={() => void take(slot.startsAt)}>
          {t('put', { when: sayTime(slot.startsAt, 'within') })}
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
