import { ActionIcon, Button, Kbd, Menu } from '@mantine/core';
import { IconHelpCircle, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useMatches } from '@tanstack/react-router';
import { openForm } from '#web/engine/form/open-form.ts';
import { useModel } from '#web/engine/model.ts';
import { useCurrentTitle } from '#web/engine/page-title.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { helpFor } from './help-for.ts';
import { openPalette } from './palette-state.ts';
import { groupsOf, iconOf } from './places.ts';
import { shellWords } from './shell.words.ts';
import classes from './top-bar.module.css';
import { UserMenu } from './user-menu.tsx';

/** Where one is, search, and creation from anywhere. */
export function TopBar({ isLost }: { isLost: boolean }) {
  const t = useWords(shellWords);
  const label = useLabel();
  const { title, crumbs } = useCurrentTitle();
  const { ours, own } = groupsOf(useModel());
  const topic = helpFor(useMatches().at(-1)?.pathname ?? '/');
  const creatable = [...ours, ...own].filter(({ rights }) => rights.create);
  return (
    <header className={classes.bar}>
      <div className={classes.where}>
        {crumbs.map(({ label: name, to }) => (
          <span key={name} className={classes.crumb}>
            {to === undefined ? name : <Link to={to}>{name}</Link>}
          </span>
        ))}
        <span className={classes.title}>{title}</span>
      </div>
      <button type="button" className={classes.find} onClick={() => openPalette()}>
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <span className={classes.findText}>{t('search')}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      <div className={classes.end}>
        {isLost && (
          <span className={classes.lost} role="status">
            {t('lost')}
          </span>
        )}
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={16} stroke={1.7} />}>
              {t('create')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {creatable.map((object) => {
              const Glyph = iconOf(object);
              return (
                <Menu.Item
                  key={object.key}
                  leftSection={<Glyph size={16} stroke={1.7} />}
                  onClick={() => openForm({ object: object.key })}
                >
                  {label(object.label)}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
        <ActionIcon
          component={Link}
          to={`/help/${topic}`}
          aria-label={t('help')}
          className={classes.help ?? ''}
        >
          <IconHelpCircle size={20} stroke={1.5} />
        </ActionIcon>
        <UserMenu />
      </div>
    </header>
  );
}
