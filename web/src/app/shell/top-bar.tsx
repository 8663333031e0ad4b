import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCloudOff, IconHelpCircle, IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useModel } from '#web/engine/model.ts';
import { useSessionEnded } from '#web/engine/record/use-session-ended.ts';
import { RunningCallBar } from '#web/features/plan/running-call-bar.tsx';
import { Keys } from '#web/ui/keys.tsx';
import { useWords } from '#web/words/language.tsx';
import { Bell } from '../notices/bell.tsx';
import { CreateMenu } from './create-menu.tsx';
import { helpFor } from './help-for.ts';
import { openPalette } from './palette/palette-state.ts';
import { dailyOf } from './places.ts';
import { SessionOver } from './session-over.tsx';
import { shellWords } from './shell.words.ts';
import { capsOf } from './show-keys.ts';
import classes from './top-bar.module.css';
import { UserMenu } from './user-menu.tsx';
import { Where } from './where.tsx';

/** Where one is, search, and creation from anywhere. */
export function TopBar({ isLost }: { isLost: boolean }) {
  const t = useWords(shellWords);
  const isOver = useSessionEnded();
  const isNarrow = useMediaQuery('(max-width: 720px)');
  const topic = helpFor(useLocation().pathname);
  // With days in the bar of the phone, search stands up here.
  const hasDay = dailyOf(useModel()).length > 0;
  return (
    // Not a header: dialogs have one of their own, and there is one banner to a page.
    <section className={classes.bar} aria-label={t('topBar')}>
      <Where />
      <button
        type="button"
        className={classes.find}
        aria-keyshortcuts="Control+K"
        onClick={openPalette}
      >
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <span className={classes.findText}>{t('search')}</span>
        <Keys caps={capsOf('mod+k')} />
      </button>
      <div className={classes.end}>
        <span className={classes.lost} role="status">
          {isOver ? (
            <SessionOver />
          ) : isLost ? (
            <>
              <IconCloudOff size={16} stroke={1.7} aria-hidden />
              <span className={classes.lostText}>{t(isNarrow ? 'lostShort' : 'lost')}</span>
            </>
          ) : null}
        </span>
        <RunningCallBar />
        {hasDay && (
          <ActionIcon
            aria-label={t('find')}
            className={classes.findPhone ?? ''}
            size={48}
            onClick={openPalette}
          >
            <IconSearch size={20} stroke={1.5} />
          </ActionIcon>
        )}
        <CreateMenu />
        <ActionIcon
          component={Link}
          to={`/help/${topic}`}
          aria-label={t('help')}
          className={classes.help ?? ''}
          size={32}
        >
          <IconHelpCircle size={18} stroke={1.7} />
        </ActionIcon>
        <Bell />
        <UserMenu />
      </div>
    </section>
  );
}
