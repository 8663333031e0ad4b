import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listQuery } from '#web/api/queries.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useModel } from '../../model.ts';
import { titleOf } from '../../records/title.ts';
import { Reply } from './reply.tsx';
import { ReplyForm } from './reply-form.tsx';
import { replyObject } from './reply-object.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import type { RecordEntry } from './timeline.ts';

interface Props {
  entry: RecordEntry;
  isWriting: boolean;
  onClose(): void;
}

/** What was answered, the oldest first: the newest few at once, the others when asked for. */
export function Replies({ entry, isWriting, onClose }: Props) {
  const t = useWords(threadWords);
  const { language } = useLanguage();
  const model = useModel();
  const object = model.byKey.get(entry.object);
  const answers = object && replyObject(model, object);
  const [isOpen, setOpen] = useState(false);
  const { items, total } = entry.replies;
  const before = total - items.length;
  if (!answers || (total === 0 && !isWriting)) return null;
  const title = titleOf(object, entry.values, language);
  return (
    <div className={classes.replies}>
      {before > 0 && !isOpen && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('moreReplies', { count: before })}
        </button>
      )}
      <ul className={classes.list} aria-label={t('replies', { title })}>
        {isOpen && <Earlier entry={entry} answers={answers} />}
        {items.map((reply) => (
          <li key={reply.id}>
            <Reply entry={reply} object={answers.object} text={answers.text} />
          </li>
        ))}
      </ul>
      {isWriting && <ReplyForm answers={answers} to={entry.id} title={title} onClose={onClose} />}
    </div>
  );
}

const mostEarlier = 200;

/** Those before the newest few. */
function Earlier({
  entry,
  answers,
}: {
  entry: RecordEntry;
  answers: NonNullable<ReturnType<typeof replyObject>>;
}) {
  const { object, relation, text } = answers;
  const { data } = useInfiniteQuery(
    listQuery(object.path, {
      where: { field: relation, op: 'eq', value: entry.id },
      sort: 'createdAt',
      limit: mostEarlier,
    }),
  );
  const shown = new Set(entry.replies.items.map(({ id }) => id));
  return data?.pages
    .flatMap(({ items }) => items)
    .filter(({ id }) => !shown.has(id))
    .map((values) => (
      <li key={values.id}>
        <Reply
          object={object}
          text={text}
          entry={{
            kind: 'record',
            object: object.key,
            id: values.id,
            at: values.createdAt ?? null,
            values,
            edited: null,
            reactions: [],
            replies: { items: [], total: 0 },
          }}
        />
      </li>
    ));
}
