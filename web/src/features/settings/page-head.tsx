import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePageTitle } from '#web/engine/page-title.ts';
import { useWords } from '#web/words/language.tsx';
import { pages } from './pages.ts';
import { settingsWords } from './settings.words.ts';
import classes from './page-head.module.css';

interface Props {
  title: string;
  /** One sentence: what the page is for. */
  text?: ReactNode;
  /** Key of the page of the settings this one belongs to. */
  under?: string;
  /** Buttons at the right. */
  children?: ReactNode;
}

/** Title of a page of the settings. */
export function PageHead({ title, text, under, children }: Props) {
  const t = useWords(settingsWords);
  const parent = pages.find(({ key }) => key === under);
  usePageTitle(title, [
    { label: t('settings'), to: '/settings' },
    ...(parent ? [{ label: t(parent.words), to: `/settings/${parent.key}` }] : []),
  ]);
  return (
    <header className={classes.head}>
      {parent && (
        <Link
          to="/settings/$page"
          params={{ page: parent.key }}
          className={classes.back}
          aria-label={t('back')}
        >
          <IconArrowLeft size={20} stroke={1.5} aria-hidden />
        </Link>
      )}
      <div className={classes.words}>
        <h1 className={classes.title}>{title}</h1>
        {text !== undefined && <p className={classes.text}>{text}</p>}
      </div>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </header>
  );
}
