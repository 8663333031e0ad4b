import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { BottomSheet } from '#web/ui/bottom-sheet.tsx';
import { useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { Composing } from '../thread/composing.tsx';
import classes from './phone.module.css';

/** Where the thumb is: opens the sheet in which one writes of the record. */
export function WriteButton() {
  const t = useWords(recordWords);
  const { title } = useOnPage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        className={`${classes.wide} ${classes.write}`}
        classNames={{ label: classes.writeLabel ?? '', section: classes.writeIcon ?? '' }}
        size="lg"
        variant="default"
        justify="flex-start"
        leftSection={<IconPencil size={20} stroke={1.5} />}
        onClick={() => setOpen(true)}
      >
        {t('noteFor', { title })}
      </Button>
      {isOpen && (
        <BottomSheet title={title} onClose={() => setOpen(false)}>
          <div className={classes.composing}>
            <Composing autoFocus onDone={() => setOpen(false)} />
          </div>
        </BottomSheet>
      )}
    </>
  );
}
