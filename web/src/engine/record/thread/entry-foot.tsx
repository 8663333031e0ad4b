import { ActionIcon } from '@mantine/core';
import { IconCornerUpLeft } from '@tabler/icons-react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useMe, useModel } from '../../model.ts';
import { ReactionBar } from '../../reactions/reaction-bar.tsx';
import { ReactionMenu } from '../../reactions/reaction-menu.tsx';
import { useReactions } from '../../reactions/use-reactions.ts';
import { titleOf } from '../../records/title.ts';
import { useOnPage } from '../record-context.tsx';
import { Edited } from './edited.tsx';
import { EntryMenu } from './entry-menu.tsx';
import { replyObject } from './reply-object.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import type { RecordEntry } from './timeline.ts';

interface Props {
  entry: RecordEntry;
  object: ScreenObject;
  onReply?(): void;
  onEdit?(): void;
}

/** How people reacted, and what one can do: react, answer, change. */
export function EntryFoot({ entry, object, onReply, onEdit }: Props) {
  const t = useWords(threadWords);
  const { language } = useLanguage();
  const model = useModel();
  const { isGone } = useOnPage();
  const { preview } = useMe();
  const { shown, react } = useReactions(entry);
  const title = titleOf(object, entry.values, language);
  const canReply = onReply && replyObject(model, object)?.object.rights.create === true;
  if (isGone || preview) return null;
  return (
    <div className={classes.foot}>
      <ReactionBar shown={shown} onReact={react} />
      {entry.edited !== null && <Edited entry={entry} object={object} />}
      <span className={classes.tools}>
        <span className={classes.quick}>
          <ReactionMenu shown={shown} onReact={react} />
          {canReply && (
            <ActionIcon
              size={28}
              aria-label={t('replyTo', { title })}
              title={t('reply')}
              onClick={onReply}
            >
              <IconCornerUpLeft size={16} stroke={1.7} />
            </ActionIcon>
          )}
        </span>
        <EntryMenu
          entry={entry}
          object={object}
          title={title}
          shown={shown}
          onReact={react}
          {...(onEdit && { onEdit })}
          {...(canReply && { onReply })}
        />
      </span>
    </div>
  );
}
