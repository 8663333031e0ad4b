import { Menu } from '@mantine/core';
import { IconSelector, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '#web/engine/model.ts';
import { Mark } from '#web/ui/mark.tsx';
import { useWords } from '#web/words/language.tsx';
import classes from './nav-bar.module.css';
import { shellWords } from './shell.words.ts';
import { SignOutItem } from './sign-out.tsx';

/** The company one works in. */
export function WorkspaceMenu({ isRail }: { isRail: boolean }) {
  const t = useWords(shellWords);
  const { workspace } = useMe();
  return (
    <Menu width={220}>
      <Menu.Target>
        <button type="button" className={classes.workspace} aria-label={workspace.name}>
          <Mark size={20} />
          <span className={classes.name}>{workspace.name}</span>
          {!isRail && <IconSelector size={16} stroke={1.7} className={classes.chevron ?? ''} />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to="/settings"
          leftSection={<IconSettings size={16} stroke={1.7} />}
        >
          {t('settings')}
        </Menu.Item>
        <SignOutItem />
      </Menu.Dropdown>
    </Menu>
  );
}
