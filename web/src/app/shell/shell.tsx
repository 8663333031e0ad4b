import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useCommandKeys } from '#web/engine/commands/commands.ts';
import { FormHost } from '#web/engine/form/form-host.tsx';
import { useLive } from '#web/engine/live/use-live.ts';
import { ExportHost } from '#web/engine/transfer/start-export.tsx';
import { FeatureHosts } from '#web/features/feature-hosts.tsx';
import { PreviewBar } from '#web/features/settings/preview/preview-bar.tsx';
import { useWords } from '#web/words/language.tsx';
import { useComeTo } from '../notices/use-come-to.ts';
import { useReadHere } from '../notices/use-read-here.ts';
import { UpdateNotice } from '../pwa/update-notice.tsx';
import { NavBar } from './nav-bar.tsx';
import { useOpened } from './palette/palette-state.ts';
import { PhoneBar } from './phone-bar.tsx';
import classes from './shell.module.css';
import { shellWords } from './shell.words.ts';
import { TopBar } from './top-bar.tsx';
import { useApplyDisplay } from './use-display.ts';
import { useShellCommands } from './use-shell-commands.ts';

const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }));
const KeyMap = lazy(async () => ({ default: (await import('./palette/key-map.tsx')).KeyMap }));

/** The frame of every page: navigation at the left, search and creation above, the page in the middle. */
export function Shell() {
  const t = useWords(shellWords);
  const line = useLive();
  const opened = useOpened();
  const { pathname } = useLocation();
  const page = useRef<HTMLElement>(null);
  const wasAt = useRef(pathname);
  useApplyDisplay();
  useShellCommands();
  useCommandKeys();
  useComeTo();
  useReadHere();
  useEffect(() => {
    // Whoever listens instead of looking learns that the page is another one.
    if (wasAt.current !== pathname) page.current?.focus({ preventScroll: true });
    wasAt.current = pathname;
  }, [pathname]);
  return (
    <div className={classes.shell}>
      <a href="#page" className={classes.skip}>
        {t('skip')}
      </a>
      <NavBar />
      <div className={classes.main}>
        <UpdateNotice />
        <PreviewBar />
        <TopBar isLost={line === 'lost'} />
        <main id="page" ref={page} className={classes.page} tabIndex={-1}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
        <PhoneBar />
      </div>
      <FormHost />
      <ExportHost />
      <FeatureHosts />
      <Suspense fallback={null}>
        {opened === 'palette' && <Palette />}
        {opened === 'keys' && <KeyMap />}
      </Suspense>
    </div>
  );
}
