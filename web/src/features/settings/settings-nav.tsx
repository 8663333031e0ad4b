import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '#web/engine/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import type { PageGroup } from './page-entry.ts';
import { settingsWords } from './settings.words.ts';
import { usePages } from './use-pages.ts';
import classes from './settings-nav.module.css';

const groupWords = {
  company: 'groupCompany',
  people: 'groupPeople',
  data: 'groupData',
  system: 'groupSystem',
  personal: 'groupPersonal',
} as const satisfies Record<PageGroup, string>;

export function SettingsNav({ current }: { current: string | undefined }) {
  const t = useWords(settingsWords);
  const groups = usePages();
  const me = useMe();
  if (groups.length === 0)
    return (
      <div className={classes.none}>
        <Empty title={t('inPreviewTitle', { name: me.name })} text={t('inPreviewText')} />
      </div>
    );
  return (
    <nav className={classes.nav} aria-label={t('settings')}>
      {groups.map(({ group, pages }) => (
        <section key={group}>
          <h2 className={classes.group}>{t(groupWords[group])}</h2>
          {pages.map(({ key, words, icon: Icon }) => (
            <Link
              key={key}
              to="/settings/$page"
              params={{ page: key }}
              className={`${classes.link} ${key === current ? classes.on : ''}`}
              aria-current={key === current ? 'page' : undefined}
            >
              <Icon className={classes.icon} size={20} stroke={1.5} aria-hidden />
              {t(words)}
              <IconChevronRight className={classes.go} size={16} stroke={1.7} aria-hidden />
            </Link>
          ))}
        </section>
      ))}
    </nav>
  );
}
