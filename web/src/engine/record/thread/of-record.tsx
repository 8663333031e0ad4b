import { Link } from '@tanstack/react-router';
import { useLabel, useWords } from '#web/words/language.tsx';
import { inSentence } from '../../list/in-sentence.ts';
import { useModel } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import type { ChangeEntry } from './timeline.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';

/** Of which related record it is said; nothing when it is the one of the page. */
export function OfRecord({ entry }: { entry: ChangeEntry }) {
  const t = useWords(threadWords);
  const { record } = useOnPage();
  if (entry.record.id === record.id) return null;
  const [before = '', after = ''] = t('changedOf', { object: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <RelatedLink entry={entry} />
      {after}
    </>
  );
}

/** `người liên hệ Nguyễn Thị Thu Hà`, leading there. */
export function RelatedLink({ entry }: { entry: ChangeEntry }) {
  const label = useLabel();
  const t = useWords(threadWords);
  const object = useModel().byKey.get(entry.record.object);
  const name = object ? inSentence(label(object.label)) : '';
  if (!object || entry.record.title === null) return `${name} ${t('unseen')}`;
  return (
    <>
      {name}{' '}
      <Link
        to="/$objects/$id"
        params={{ objects: object.path, id: entry.record.id }}
        className={classes.link}
      >
        {entry.record.title}
      </Link>
    </>
  );
}
