import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { membersQuery } from '#web/api/people.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { asReference, asText } from '../../fields/read-value.ts';
import { RichText } from '../../rich-text/rich-text.tsx';
import { EntryFoot } from './entry-foot.tsx';
import { TextEdit } from './text-edit.tsx';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import type { RecordEntry } from './timeline.ts';

interface Props {
  entry: RecordEntry;
  object: ScreenObject;
  /** The field that holds what was answered. */
  text: string;
}

/** Somebody's answer. */
export function Reply({ entry, object, text }: Props) {
  const t = useWords(threadWords);
  const { timeZone } = useLanguage();
  const { data: members } = useQuery(membersQuery);
  const [isEditing, setEditing] = useState(false);
  const author = asReference(entry.values['owner']);
  const picture = members?.items.find(({ id }) => id === author?.id)?.picture ?? null;
  const field = object.field.get(text);
  const name = author?.title ?? t('unseen');
  const at = entry.at === null ? '' : formatDateTime(new Date(entry.at), timeZone);
  return (
    <div className={classes.reply}>
      <Avatar name={name} picture={picture} />
      <div className={classes.record}>
        <p className={classes.said}>
          <b>{name}</b>{' '}
          <time className={classes.meta} dateTime={entry.at ?? ''} title={at}>
            {at.slice(0, 5)} {at.slice(11)}
          </time>
        </p>
        {isEditing && field ? (
          <TextEdit
            object={object}
            record={entry.values}
            field={field}
            onClose={() => setEditing(false)}
          />
        ) : (
          <>
            <RichText html={asText(entry.values[text])} />
            <EntryFoot entry={entry} object={object} onEdit={() => setEditing(true)} />
          </>
        )}
      </div>
    </div>
  );
}
