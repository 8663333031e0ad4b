import { ActionIcon } from '@mantine/core';
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSettings,
} from '@tabler/icons-react';
import { useLocalStorage } from '@mantine/hooks';
import { useModel } from '#web/engine/model.ts';
import { UnreadMark } from '#web/engine/unread/unread-mark.tsx';
import { RunningImports } from '#web/engine/transfer/running-imports.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { LeftToday } from './left-today.tsx';
import { NavLink } from './nav-link.tsx';
import classes from './nav-bar.module.css';
import { Pinned } from './pinned.tsx';
import { analysisOf, dailyOf, groupsOf, iconOf, toolsOf } from './places.ts';
import { Recent } from './recent.tsx';
import { shellWords } from './shell.words.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** Navigation at the left; as a rail of icons for whoever wants the room. */
export function NavBar() {
  const t = useWords(shellWords);
  const label = useLabel();
  const model = useModel();
  const { ours, own } = groupsOf(model);
  const [isRail, setRail] = useLocalStorage({ key: 'duyen.rail', defaultValue: false });
  const Toggle = isRail ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const groups = [
    { title: t('customers'), objects: ours },
    { title: t('own'), objects: own },
  ].filter(({ objects }) => objects.length > 0);
  return (
    <nav className={classes.nav} aria-label={t('navigation')} data-rail={isRail || undefined}>
      <WorkspaceMenu isRail={isRail} />
      <div className={classes.links}>
        {dailyOf(model).map(({ to, word, icon }) => (
          <NavLink key={to} to={to} icon={icon} {...(word === 'today' && { after: <LeftToday /> })}>
            {t(word)}
          </NavLink>
        ))}
        {groups.map(({ title, objects }) => (
          <div key={title} role="group" aria-label={title}>
            <p className={classes.heading}>{title}</p>
            {objects.map((object) => (
              <NavLink
                key={object.key}
                to={`/${object.path}`}
                icon={iconOf(object)}
                after={object.unread && <UnreadMark path={object.path} />}
              >
                {label(object.pluralLabel)}
              </NavLink>
            ))}
          </div>
        ))}
        <div role="group" aria-label={t('analysis')}>
          <p className={classes.heading}>{t('analysis')}</p>
          {analysisOf(model).map(({ to, word, icon }) => (
            <NavLink key={to} to={to} icon={icon}>
              {t(word)}
            </NavLink>
          ))}
        </div>
        <div role="group" aria-label={t('tools')}>
          <p className={classes.heading}>{t('tools')}</p>
          {toolsOf(model).map(({ to, word, icon }) => (
            <NavLink key={to} to={to} icon={icon}>
              {t(word)}
            </NavLink>
          ))}
        </div>
        {!isRail && <Pinned />}
        {!isRail && <Recent />}
      </div>
      <RunningImports />
      <div className={classes.foot}>
        <NavLink to="/settings" icon={IconSettings}>
          {t('settings')}
        </NavLink>
        <ActionIcon aria-label={t(isRail ? 'expand' : 'collapse')} onClick={() => setRail(!isRail)}>
          <Toggle size={16} stroke={1.7} />
        </ActionIcon>
      </div>
    </nav>
  );
}
