import type { ReactNode } from 'react';
import { Mark } from '#web/ui/mark.tsx';
import { useWords } from '#web/words/language.tsx';
import classes from './entry-frame.module.css';
import { entryWords } from './entry.words.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { LooseThread } from './loose-thread.tsx';

/** The pages before sign-in: the form at the left, the thread at the right. */
export function EntryFrame({ title, text, children }: EntryProps) {
  const t = useWords(entryWords);
  return (
    <div className={classes.frame}>
      <div className={classes.side}>
        <div className={classes.brand}>
          <Mark size={24} /> Duyên
        </div>
        <main className={classes.form}>
          <h1 className={classes.title}>{title}</h1>
          {text !== undefined && <p className={classes.text}>{text}</p>}
          {children}
        </main>
        <LanguageSwitch />
      </div>
      <aside className={classes.picture}>
        <LooseThread />
        <div className={classes.motto}>
          <p className={classes.mottoTitle}>{t('motto')}</p>
          <p className={classes.mottoText}>{t('mottoText')}</p>
        </div>
      </aside>
    </div>
  );
}

interface EntryProps {
  title: string;
  text?: ReactNode;
  children: ReactNode;
}
