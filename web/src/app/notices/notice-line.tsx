import { ActionIcon } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatTime } from '#shared/locale/date-time.ts';
import type { Notice } from '#shared/notices.ts';
import { useMayKeep, useModel } from '#web/engine/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { kindIcons } from './kind-icons.ts';
import { placeOf } from './notice-place.ts';
import classes from './notices.module.css';
import { noticesWords } from './notices.words.ts';
import { useSpeaker } from './use-speaker.ts';

interface Props {
  notice: Notice;
  onRead(id: string, read: boolean): void;
  /** It was opened, so whatever it stands in may go. */
  onOpen(): void;
}

/** What happened to what, when; opening it marks it read. */
export function NoticeLine({ notice, onRead, onOpen }: Props) {
  const t = useWords(noticesWords);
  const { timeZone } = useLanguage();
  const { byKey } = useModel();
  const mayKeep = useMayKeep();
  const { title, sentence } = useSpeaker()(notice);
  const place = placeOf(notice, (object) => byKey.get(object)?.path);
  const Glyph = kindIcons[notice.kind];
  const open = () => {
    if (mayKeep && !notice.read) onRead(notice.id, true);
    onOpen();
  };
  const words = (
    <>
      <Glyph size={16} stroke={1.7} aria-hidden className={classes.glyph ?? ''} />
      <span className={classes.words}>
        <span className={classes.top}>
          <span className={classes.title}>{title === '' ? sentence : title}</span>
          <time className={classes.meta} dateTime={notice.at}>
            {formatTime(new Date(notice.at), timeZone)}
          </time>
        </span>
        {title !== '' && <span className={classes.sentence}>{sentence}</span>}
        {notice.record?.removed === true && <span className={classes.meta}>{t('removed')}</span>}
        {!notice.read && <span className="unseen">{t('isUnread')}</span>}
      </span>
    </>
  );
  const mark = t(notice.read ? 'unreadAgain' : 'read');
  return (
    <li className={classes.line} data-unread={!notice.read || undefined}>
      {place ? (
        <Link
          to={place.to}
          search={place.search}
          className={classes.open ?? ''}
          data-notice={notice.id}
          onClick={open}
        >
          {words}
        </Link>
      ) : (
        <button
          type="button"
          className={classes.open}
          data-notice={notice.id}
          onClick={() => mayKeep && onRead(notice.id, true)}
        >
          {words}
        </button>
      )}
      {mayKeep && (
        <ActionIcon
          className={classes.mark ?? ''}
          aria-label={`${mark}: ${title === '' ? sentence : title}`}
          title={mark}
          onClick={() => onRead(notice.id, !notice.read)}
        >
          {notice.read ? (
            <IconCircle size={16} stroke={1.7} aria-hidden />
          ) : (
            <IconCircleCheck size={16} stroke={1.7} aria-hidden />
          )}
        </ActionIcon>
      )}
    </li>
  );
}
