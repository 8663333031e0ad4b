import { Popover, Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '#web/engine/model.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useWords } from '#web/words/language.tsx';
import { shellWords } from './shell.words.ts';
import classes from './top-bar.module.css';

const UserPanel = lazy(async () => ({ default: (await import('./user-panel.tsx')).UserPanel }));

/** The person: how the screens look to them, help, the way out. */
export function UserMenu() {
  const t = useWords(shellWords);
  const { name, picture } = useMe();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={272}
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.user}
          aria-label={t('account', { name })}
          onClick={() => setOpened(!opened)}
        >
          <Avatar name={name} picture={picture} size={24} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('account', { name })}>
        <Suspense fallback={<Skeleton height={320} radius={0} />}>
          <UserPanel onDone={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
