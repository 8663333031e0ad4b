import { Note } from '#web/ui/note.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { failureText } from './failure-text.ts';
import { peopleWords } from './people.words.ts';
import { ShareForm } from './share-form.tsx';
import { ShareLine } from './share-line.tsx';
import { useShares } from './use-shares.ts';
import classes from './people.module.css';

/** With whom the record is shared, and to what. */
export function ShareDialog({ onClose }: { onClose(): void }) {
  const t = useWords(peopleWords);
  const { title } = useOnPage();
  const { items, share, unshare } = useShares();
  const error = share.error ?? unshare.error;
  return (
    <Dialog onClose={onClose} size={760} title={t('shareTitle', { title })}>
      <p className={classes.hint}>{t('shareHint')}</p>
      <ShareForm onShare={share.mutate} />
      {error !== null && (
        <Note tone="bad">{t('failed', { reason: failureText(error, t('offline')) })}</Note>
      )}
      <ul className={classes.list}>
        {items.map((each) => (
          <ShareLine
            key={each.grantee.id}
            share={each}
            onChange={share.mutate}
            onRemove={() => unshare.mutate(each)}
          />
        ))}
      </ul>
      {items.length === 0 && <p className={classes.hint}>{t('notShared')}</p>}
    </Dialog>
  );
}
