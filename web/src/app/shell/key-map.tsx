import { Kbd, Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useAllCommands } from '#web/engine/commands/commands.ts';
import { useWords } from '#web/words/language.tsx';
import classes from './palette.module.css';
import { closePalette } from './palette-state.ts';
import { shellWords } from './shell.words.ts';
import { showKeys } from './show-keys.ts';

/** All keys that do something on the page one is on. */
export function KeyMap() {
  const t = useWords(shellWords);
  const commands = useAllCommands().filter(({ keys }) => keys !== undefined);
  return (
    <Modal
      opened
      onClose={closePalette}
      title={t('keys')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.keys}>
        {commands.map(({ id, label, keys = '' }) => (
          <Fragment key={id}>
            <span>{label}</span>
            <Kbd size="xs">{showKeys(keys, t('afterThat'))}</Kbd>
          </Fragment>
        ))}
      </div>
    </Modal>
  );
}
