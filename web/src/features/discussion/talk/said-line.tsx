import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { ReactionBar } from '#web/engine/reactions/reaction-bar.tsx';
import { ReactionMenu } from '#web/engine/reactions/reaction-menu.tsx';
import { useReactions } from '#web/engine/reactions/use-reactions.ts';
import { RichTextBox } from '#web/engine/rich-text/rich-text-box.tsx';
import { RichText } from '#web/engine/rich-text/rich-text.tsx';
import { useMentionable } from '#web/engine/rich-text/use-mentionable.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useWords } from '#web/words/language.tsx';
import type { Said, TalkKind } from './said.ts';
import classes from './talk.module.css';
import { talkWords } from './talk.words.ts';

export interface SaidActions {
  onAnswer(one: Said): void;
  onChange(one: Said, body: string | null): Promise<boolean>;
  onRemove(one: Said): void;
}

interface Props extends SaidActions {
  one: Said;
  kind: TalkKind;
  isMine: boolean;
  /** Under the name of what was said before. */
  isNext: boolean;
  picture: string | null;
  timeZone: string;
  mayAnswer: boolean;
  mayRemove: boolean;
}

/** What one person said, with what can be done about it. */
export const SaidLine = memo(function SaidLine(props: Props) {
  const { one, kind, isMine, isNext, picture, timeZone } = props;
  const t = useWords(talkWords);
  const [isEditing, setEditing] = useState(false);
  const { shown, react } = useReactions({
    object: kind.piece,
    id: one.id,
    reactions: one.reactions,
  });
  const name = one.createdBy?.title ?? t('gone');
  const moment = formatDateTime(new Date(one.createdAt), timeZone);
  const time = moment.slice(11);
  return (
    <article
      id={`said-${one.id}`}
      className={classes.line}
      aria-label={t('of', { name, time })}
      data-next={isNext || undefined}
      tabIndex={-1}
    >
      <div className={classes.who}>
        {isNext ? (
          <time className={classes.aside} dateTime={one.createdAt} title={moment}>
            {time}
          </time>
        ) : (
          <Avatar name={name} picture={picture} size={32} />
        )}
      </div>
      <div className={classes.words}>
        {!isNext && (
          <p className={classes.head}>
            <b>{name}</b>
            <time dateTime={one.createdAt} title={moment}>
              {time}
            </time>
            {one.editedAt !== null && <span>{t('edited')}</span>}
          </p>
        )}
        {one.replyTo && (
          <Quote id={one.replyTo.id} text={one.replyTo.title} removed={t('quoteRemoved')} />
        )}
        {isEditing ? (
          <EditSaid one={one} onChange={props.onChange} onDone={() => setEditing(false)} />
        ) : (
          one.body !== null && <RichText html={one.body} />
        )}
        {one.files && one.files.length > 0 && (
          <ul className={classes.files}>
            {one.files.map((file) => (
              <li key={file.id}>
                <a href={`/api/v1/files/${file.id}`} download>
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        )}
        {shown.length > 0 && (
          <div className={classes.reactions}>
            <ReactionBar shown={shown} onReact={react} />
          </div>
        )}
      </div>
      <div className={classes.tools}>
        <ReactionMenu shown={shown} onReact={react} />
        {props.mayAnswer && (
          <ActionIcon
            size={28}
            aria-label={t('answer')}
            title={t('answer')}
            onClick={() => props.onAnswer(one)}
          >
            <IconArrowBackUp size={16} stroke={1.7} />
          </ActionIcon>
        )}
        {(isMine || props.mayRemove) && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={28} aria-label={t('more', { name })}>
                <IconDots size={16} stroke={1.7} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {isMine && (
                <Menu.Item
                  leftSection={<IconPencil size={16} stroke={1.7} aria-hidden />}
                  onClick={() => setEditing(true)}
                >
                  {t('edit')}
                </Menu.Item>
              )}
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
                onClick={() => props.onRemove(one)}
              >
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </article>
  );
});

/** What was answered leads there, as long as it is there. */
const Quote = ({ id, text, removed }: { id: string; text: string | null; removed: string }) =>
  text === null ? (
    <span className={classes.quote}>{removed}</span>
  ) : (
    <a className={classes.quote} href={`#said-${id}`}>
      {text}
    </a>
  );

interface EditProps extends Pick<SaidActions, 'onChange'> {
  one: Said;
  onDone(): void;
}

function EditSaid({ one, onChange, onDone }: EditProps) {
  const t = useWords(talkWords);
  const mentions = useMentionable();
  const [body, setBody] = useState(one.body);
  const save = async () => {
    if (await onChange(one, body)) onDone();
  };
  return (
    // Escape gives the change up, wherever in it one is.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classes.editing}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onDone();
      }}
    >
      <RichTextBox
        compact
        autoFocus
        aria-label={t('edit')}
        value={body}
        mentions={mentions}
        onChange={setBody}
        onSubmit={() => void save()}
      />
      <div className={classes.sending}>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button onClick={() => void save()}>{t('save')}</Button>
      </div>
    </div>
  );
}
