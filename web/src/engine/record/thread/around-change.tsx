import { useLabel, useWords } from '#web/words/language.tsx';
import { inSentence } from '../../list/in-sentence.ts';
import { useOnPage } from '../record-context.tsx';
import { RelatedLink } from './of-record.tsx';
import { fileOf, shareOf } from './share-of.ts';
import type { ChangeEntry } from './timeline.ts';
import { threadWords } from './thread.words.ts';

type Words = ReturnType<typeof useWords<(typeof threadWords)['vi']>>;

/** What happened to a record as a whole: it came, went, was merged, shared, given a file. */
export function AroundChange({ entry }: { entry: ChangeEntry }) {
  const t = useWords(threadWords);
  const label = useLabel();
  const { object, record } = useOnPage();
  const isThis = entry.record.id === record.id;
  const name = inSentence(label(object.label));
  const file = fileOf(entry.changes);
  const names = entry.merge?.merged.map(({ title }) => title ?? t('unseen')).join(', ') ?? '';
  switch (entry.action) {
    case 'create':
      return isThis ? t('createdThis', { object: name }) : <Said entry={entry} name="created" />;
    case 'remove':
      return isThis ? t('removedThis') : <Said entry={entry} name="removed" />;
    case 'restore':
      return isThis ? t('restoredThis') : <Said entry={entry} name="restored" />;
    case 'merge':
      return isThis ? (
        t('mergedThis', { names, count: 1 })
      ) : (
        <Said entry={entry} name="merged" names={names} />
      );
    case 'attach':
    case 'detach':
      return (
        <>
          {t(entry.action === 'attach' ? 'attached' : 'detached')} <b>{file?.name}</b>
        </>
      );
    case 'share':
    case 'unshare':
      return shareWords(entry, t);
    default:
      return t('did');
  }
}

interface Said {
  entry: ChangeEntry;
  name: 'created' | 'removed' | 'restored' | 'merged';
  names?: string;
}

/** A sentence with the related record where its words want it. */
function Said({ entry, name, names = '' }: Said) {
  const t = useWords(threadWords);
  const [before = '', after = ''] = t(name, { object: '\u0000', names }).split('\u0000');
  return (
    <>
      {before}
      <RelatedLink entry={entry} />
      {after}
    </>
  );
}

function shareWords({ changes }: ChangeEntry, t: Words): string {
  const { name, level } = shareOf(changes);
  if (level === null) return t('unshared', { name: name ?? t('unseen') });
  return t('shared', {
    name: name ?? t('unseen'),
    level: t(level === 'update' ? 'levelUpdate' : 'levelRead'),
  });
}
