import { Drawer } from '@mantine/core';
import { IconDots, IconList, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { openForm } from '#web/engine/form/open-form.ts';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { NavLink } from './nav-link.tsx';
import { openPalette } from './palette-state.ts';
import classes from './phone-bar.module.css';
import { Pinned } from './pinned.tsx';
import { groupsOf, iconOf, tools } from './places.ts';
import { Recent } from './recent.tsx';
import { shellWords } from './shell.words.ts';

type Sheet = 'more' | 'create' | null;
const glyph = { size: 24, stroke: 1.5 };

/** Navigation where the thumb is. */
export function PhoneBar() {
  const t = useWords(shellWords);
  const label = useLabel();
  const { ours, own } = groupsOf(useModel());
  const objects = [...ours, ...own];
  const { pathname } = useLocation();
  // A sheet belongs to the page it was opened on: going elsewhere closes it.
  const [opened, setOpened] = useState<{ sheet: Sheet; on: string }>({ sheet: null, on: '' });
  const sheet = opened.on === pathname ? opened.sheet : null;
  const setSheet = (next: Sheet) => setOpened({ sheet: next, on: pathname });
  const [first] = objects;
  return (
    <>
      <nav className={classes.bar} aria-label={t('navigation')}>
        {first && (
          <Link to="/$objects" params={{ objects: first.path }} className={classes.place ?? ''}>
            <IconList {...glyph} aria-hidden />
            {label(first.pluralLabel)}
          </Link>
        )}
        <button type="button" className={classes.place} onClick={openPalette}>
          <IconSearch {...glyph} aria-hidden />
          {t('search').split(' ')[0]}
        </button>
        <button type="button" className={classes.place} onClick={() => setSheet('create')}>
          <IconPlus {...glyph} aria-hidden />
          {t('create')}
        </button>
        <button type="button" className={classes.place} onClick={() => setSheet('more')}>
          <IconDots {...glyph} aria-hidden />
          {t('more')}
        </button>
      </nav>
      <Drawer
        opened={sheet !== null}
        onClose={() => setSheet(null)}
        position="bottom"
        size="auto"
        title={t(sheet === 'create' ? 'create' : 'more')}
        closeButtonProps={{ 'aria-label': t('close') }}
        classNames={{ content: classes.sheet ?? '' }}
      >
        {sheet === 'create'
          ? objects
              .filter(({ rights }) => rights.create)
              .map((object) => {
                const Glyph = iconOf(object);
                return (
                  <button
                    key={object.key}
                    type="button"
                    className={classes.line}
                    onClick={() => {
                      setSheet(null);
                      openForm({ object: object.key });
                    }}
                  >
                    <Glyph size={20} stroke={1.5} aria-hidden /> {label(object.label)}
                  </button>
                );
              })
          : null}
        {sheet === 'more' && (
          <div className={classes.links}>
            {objects.map((object) => (
              <NavLink key={object.key} to={`/${object.path}`} icon={iconOf(object)}>
                {label(object.pluralLabel)}
              </NavLink>
            ))}
            {tools.map(({ to, word, icon }) => (
              <NavLink key={to} to={to} icon={icon}>
                {t(word)}
              </NavLink>
            ))}
            <NavLink to="/settings">{t('settings')}</NavLink>
            <NavLink to="/help">{t('help')}</NavLink>
            <Pinned />
            <Recent />
          </div>
        )}
      </Drawer>
    </>
  );
}
