import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { isProblem } from '#web/api/problem.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { Note } from '#web/ui/note.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { MemberPicker } from '../../fields/member-picker.tsx';
import { failureText } from './failure-text.ts';
import { peopleWords } from './people.words.ts';
import { useFollowers } from './use-followers.ts';
import classes from './people.module.css';

/** Who follows, with others to add. */
export function FollowersDialog({ onClose }: { onClose(): void }) {
  const t = useWords(peopleWords);
  const { items, add, remove } = useFollowers();
  const error = add.error ?? remove.error;
  // The server says so of whoever may not see the record.
  const isBlind = isProblem(error, 'invalid');
  return (
    <Dialog onClose={onClose} title={t('followers')}>
      <p className={classes.hint}>{t('followHint')}</p>
      <MemberPicker
        value={null}
        onChange={(member) => member && add.mutate(member)}
        input={{ 'aria-label': t('addFollower'), 'data-autofocus': true }}
      />
      {error !== null && (
        <Note tone="bad">
          {isBlind ? t('cannotSee') : t('failed', { reason: failureText(error, t('offline')) })}
        </Note>
      )}
      <ul className={classes.list}>
        {items.map(({ member }) => (
          <li key={member.id} className={classes.line}>
            <Avatar name={member.title ?? ''} />
            <span className={classes.name}>{member.title ?? t('unknown')}</span>
            <ActionIcon
              aria-label={t('removeFollower', { name: member.title ?? '' })}
              onClick={() => remove.mutate(member)}
            >
              <IconX size={16} stroke={1.7} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className={classes.hint}>{t('noFollowers')}</p>}
    </Dialog>
  );
}
