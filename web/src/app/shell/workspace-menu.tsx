import { Menu } from '@mantine/core';
import { IconBuilding, IconLogout, IconSelector, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '#web/engine/model.ts';
import { Mark } from '#web/ui/mark.tsx';
import { useWords } from '#web/words/language.tsx';
import classes from './nav-bar.module.css';
import { shellWords } from './shell.words.ts';
import { switchCompany } from './switch-company.ts';
import { useSignOut } from './use-sign-out.ts';

const glyph = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** The company one works in, and the way to others of one's own. */
export function WorkspaceMenu({ isRail }: { isRail: boolean }) {
  const t = useWords(shellWords);
  const { workspace, workspaces } = useMe();
  const signOut = useSignOut();
  const others = workspaces.filter(({ id }) => id !== workspace.id);
  return (
    <Menu width={220} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes.workspace}
          aria-label={workspace.name}
          title={workspace.name}
        >
          <Mark size={20} />
          <span className={classes.name}>{workspace.name}</span>
          {!isRail && <IconSelector size={14} stroke={1.7} className={classes.chevron ?? ''} />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.length > 0 && <Menu.Label>{t('companies')}</Menu.Label>}
        {others.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={<IconBuilding {...glyph} />}
            onClick={() => void switchCompany(id)}
          >
            {name}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings {...glyph} />}>
          {t('settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout {...glyph} />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
