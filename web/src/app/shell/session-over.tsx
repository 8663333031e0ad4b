import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useSignInAgain } from '#web/engine/use-sign-in-again.ts';
import { useWords } from '#web/words/language.tsx';
import { shellWords } from './shell.words.ts';
import classes from './top-bar.module.css';

/** Ended elsewhere: the page stays as it is, with what is half typed in it, until one signs in again. */
export function SessionOver() {
  const t = useWords(shellWords);
  const signIn = useSignInAgain();
  return (
    <>
      <IconLock size={16} stroke={1.7} aria-hidden />
      <span className={classes.lostText}>{t('sessionOver')}</span>
      <Button size="xs" variant="default" className={classes.again ?? ''} onClick={signIn}>
        {t('enterAgain')}
      </Button>
    </>
  );
}
