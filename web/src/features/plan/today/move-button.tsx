import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { MoveDialog } from '../calls/move-dialog.tsx';
import { planWords } from '../plan.words.ts';
import { useMove } from '../use-move.ts';
import type { Entry } from './entries.ts';

/** Gives another time to what is no call. */
export function MoveButton({ entry: { id, title, startsAt } }: { entry: Entry }) {
  const t = useWords(planWords);
  const { move } = useMove();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" color="gray" size="xs" data-act="move" onClick={() => setOpen(true)}>
        {t('move')}
      </Button>
      {isOpen && (
        <MoveDialog
          title={title}
          startsAt={startsAt}
          onMove={(to) => move({ id, title, startsAt }, to)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
