import { ActionIcon, Button } from '@mantine/core';
import { IconBell, IconBellOff, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Avatar } from '#web/ui/avatar.tsx';
import { useWords } from '#web/words/language.tsx';
import { useMayKeep } from '../../model.ts';
import { peopleWords } from './people.words.ts';
import { useFollowers } from './use-followers.ts';
import classes from './people.module.css';

const FollowersDialog = lazy(async () => ({
  default: (await import('./followers-dialog.tsx')).FollowersDialog,
}));

/** Who is told of what happens here. */
export function FollowersSection() {
  const t = useWords(peopleWords);
  const mayKeep = useMayKeep();
  const { items, isKnown, isFollowing, toggleSelf } = useFollowers();
  const [isOpen, setOpen] = useState(false);
  const Icon = isFollowing ? IconBellOff : IconBell;
  return (
    <section className={classes.section} aria-label={t('followers')}>
      <h2 className={classes.heading}>
        {t('followers')}
        <span className={classes.count}>{isKnown && items.length > 0 ? items.length : ''}</span>
        {mayKeep && (
          <ActionIcon
            className={classes.plus ?? ''}
            aria-label={t('changeFollowers')}
            title={t('changeFollowers')}
            onClick={() => setOpen(true)}
          >
            <IconPlus size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </h2>
      <div className={classes.people}>
        {items.map(({ member }) => (
          <span key={member.id} className={classes.person}>
            <Avatar name={member.title ?? ''} />
            <span className={classes.name}>{member.title ?? t('unknown')}</span>
          </span>
        ))}
        {mayKeep && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon size={14} stroke={1.7} />}
            disabled={!isKnown}
            onClick={toggleSelf}
          >
            {t(isFollowing ? 'unfollow' : 'follow')}
          </Button>
        )}
      </div>
      <Suspense fallback={null}>
        {isOpen && <FollowersDialog onClose={() => setOpen(false)} />}
      </Suspense>
    </section>
  );
}
