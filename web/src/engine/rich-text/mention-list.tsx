import { Portal } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { Avatar } from '#web/ui/avatar.tsx';
import { useWords } from '#web/words/language.tsx';
import type { MentionMenu } from './mention-menu.ts';
import classes from './rich-text.module.css';
import { richTextWords } from './rich-text.words.ts';

const height = 300;
const width = 260;

export const optionId = (list: string, at: number): string => `${list}-${at}`;

/** Whom one can mention, at the place where one types. */
export function MentionList({ menu, id }: { menu: MentionMenu; id: string }) {
  const t = useWords(richTextWords);
  const open = useSyncExternalStore(menu.watch, menu.get);
  if (!open || open.items.length === 0) return null;
  const { top, bottom, left } = open.place;
  const isBelow = bottom + height < window.innerHeight || top < height;
  return (
    <Portal>
      <div
        id={id}
        role="listbox"
        aria-label={t('people')}
        className={classes.mentions}
        style={{
          left: Math.max(8, Math.min(left, window.innerWidth - width - 8)),
          ...(isBelow ? { top: bottom + 4 } : { bottom: window.innerHeight - top + 4 }),
        }}
      >
        {open.items.map((item, at) => (
          <div
            key={item.id}
            id={optionId(id, at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === open.at}
            className={classes.mentionable}
            // The text keeps the focus.
            onMouseDown={(event) => {
              event.preventDefault();
              open.choose(item);
            }}
          >
            {item.of === 'team' ? (
              <IconUsers size={20} stroke={1.5} aria-label={t('team')} />
            ) : (
              <Avatar name={item.name} picture={item.picture ?? null} />
            )}
            <span className={classes.name}>{item.name}</span>
          </div>
        ))}
      </div>
    </Portal>
  );
}
