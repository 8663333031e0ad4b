import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLabel, useLanguage } from '#web/words/language.tsx';
import { inSentence } from '../../list/in-sentence.ts';
import { useModel } from '../../model.ts';
import { titleOf } from '../../records/title.ts';
import { entryKind } from './entry-kinds.ts';
import { EntryFoot } from './entry-foot.tsx';
import { Replies } from './replies.tsx';
import { Reply } from './reply.tsx';
import { TextEdit } from './text-edit.tsx';
import { editableText } from './texts.ts';
import classes from './thread.module.css';
import type { RecordEntry } from './timeline.ts';

/** A record in a thread: what it is, what is said of it, what one can do with it. */
export function RecordKnot({ entry }: { entry: RecordEntry }) {
  const object = useModel().byKey.get(entry.object);
  const [mode, setMode] = useState<'read' | 'edit' | 'reply'>('read');
  const Show = entryKind(entry.object)?.Show ?? TitleOnly;
  const field = object && editableText(object, entry.values);
  const close = () => setMode('read');
  if (!object) return null;
  const [text] = object.timeline?.texts ?? [];
  if (object.timeline?.reply && text !== undefined)
    return <Reply entry={entry} object={object} text={text} />;
  if (mode === 'edit' && field)
    return <TextEdit object={object} record={entry.values} field={field} onClose={close} />;
  return (
    <div className={classes.record}>
      <Show entry={entry} />
      <EntryFoot
        entry={entry}
        object={object}
        onReply={() => setMode('reply')}
        {...(field && { onEdit: () => setMode('edit') })}
      />
      <Replies entry={entry} isWriting={mode === 'reply'} onClose={close} />
    </div>
  );
}

/** Of objects that no feature draws. */
function TitleOnly({ entry }: { entry: RecordEntry }) {
  const object = useModel().byKey.get(entry.object);
  const { language } = useLanguage();
  const label = useLabel();
  if (!object) return null;
  return (
    <p className={classes.said}>
      {inSentence(label(object.label))}{' '}
      <Link
        to="/$objects/$id"
        params={{ objects: object.path, id: entry.id }}
        className={classes.link}
      >
        {titleOf(object, entry.values, language)}
      </Link>
    </p>
  );
}
