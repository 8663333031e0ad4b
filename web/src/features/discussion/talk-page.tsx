import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePageTitle } from '#web/engine/page-title.ts';
import classes from './discussion.module.css';
import type { TalkPlace } from './use-talk-place.ts';

interface Props {
  place: TalkPlace;
  title: string;
  /** What the list is called. */
  listed: string;
  /** What stands above the list. */
  tools: ReactNode;
  list: ReactNode;
  /** What is said where none is open. */
  choose: string;
  talk(id: string, onBack: () => void): ReactNode;
}

/** What there is to talk in at the left, one of it at the right; on a phone one after the other. */
export function TalkPage({ place, title, listed, tools, list, choose, talk }: Props) {
  usePageTitle(title);
  return (
    <div className={classes.page} data-open={place.id !== undefined || undefined}>
      <h1 className="unseen">{title}</h1>
      <section className={classes.side} aria-label={listed}>
        <div className={classes.tools}>{tools}</div>
        {list}
      </section>
      <section className={classes.main} aria-label={title}>
        {place.id === undefined ? (
          <p className={classes.choose}>{choose}</p>
        ) : (
          talk(place.id, () => place.go({ id: undefined }))
        )}
      </section>
    </div>
  );
}

export const TalkSearch = ({ place, label }: { place: TalkPlace; label: string }) => (
  <TextInput
    type="search"
    aria-label={label}
    placeholder={label}
    leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
    value={place.q}
    onChange={({ currentTarget }) => place.go({ q: currentTarget.value })}
  />
);
