import { useMediaQuery } from '@mantine/hooks';
import { Navigate, Outlet, useParams } from '@tanstack/react-router';
import { usePageTitle } from '#web/engine/page-title.ts';
import { useWords } from '#web/words/language.tsx';
import { SettingsNav } from './settings-nav.tsx';
import { settingsWords } from './settings.words.ts';
import { usePages } from './use-pages.ts';
import classes from './settings-frame.module.css';

/** The list of pages at the left and one of them; on a phone first the list, then the page. */
export function SettingsFrame() {
  const { page } = useParams({ strict: false });
  const isPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const first = usePages()[0]?.pages[0]?.key;
  if (page === undefined && !isPhone && first !== undefined)
    return <Navigate to="/settings/$page" params={{ page: first }} replace />;
  return (
    <div className={classes.frame}>
      {page === undefined && <ListTitle />}
      {(page === undefined || !isPhone) && <SettingsNav current={page} />}
      {page !== undefined && (
        <div className={classes.page}>
          <Outlet />
        </div>
      )}
    </div>
  );
}

/** On a phone, where the list of pages is a page. */
function ListTitle() {
  const t = useWords(settingsWords);
  usePageTitle(t('settings'));
  return <h1 className="unseen">{t('settings')}</h1>;
}
