import { Button } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from '../calls/calls.module.css';
import { MoveDialog } from '../calls/move-dialog.tsx';
import { QuietButton } from '../calls/quiet-button.tsx';
import { openFinish } from '../open-finish.ts';
import { planWords } from '../plan.words.ts';
import { useMayChange } from '../use-may-change.ts';
import { useMove } from '../use-move.ts';
import type { Entry } from './entries.ts';

/** What can be done with what is no call: it is done, or gets another time. */
export function EntryActions({ entry: { id, title, startsAt } }: { entry: Entry }) {
  const t = useWords(planWords);
  const { move } = useMove();
  const [isOpen, setOpen] = useState(false);
  const mayChange = useMayChange();
  if (!mayChange) return null;
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        size="xs"
        data-act="log"
        aria-label={t('named', { act: t('done'), name: title })}
        onClick={() => openFinish({ id })}
      >
        {t('done')}
      </Button>
      <QuietButton
        icon={IconCalendarTime}
        word={t('move')}
        name={t('named', { act: t('move'), name: title })}
        act="move"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <MoveDialog
          title={title}
          startsAt={startsAt}
          onMove={(to) => move({ id, title, startsAt }, to)}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
