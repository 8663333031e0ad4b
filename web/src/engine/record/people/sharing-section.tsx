import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { useMayKeep } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import { GranteeGlyph } from './grantee-glyph.tsx';
import { peopleWords } from './people.words.ts';
import { useShares } from './use-shares.ts';
import classes from './people.module.css';

const ShareDialog = lazy(async () => ({
  default: (await import('./share-dialog.tsx')).ShareDialog,
}));

/** With whom it is shared beyond what roles reach. */
export function SharingSection() {
  const t = useWords(peopleWords);
  const mayKeep = useMayKeep();
  const { object } = useOnPage();
  const { items, isKnown } = useShares();
  const [isOpen, setOpen] = useState(false);
  if (object.reach !== 'owned' || !object.shares) return null;
  return (
    <section className={classes.section} aria-label={t('sharing')}>
      <h2 className={classes.heading}>
        {t('sharing')}
        <span className={classes.count}>{isKnown && items.length > 0 ? items.length : ''}</span>
        {mayKeep && (
          <ActionIcon
            className={classes.plus ?? ''}
            aria-label={t('share')}
            title={t('share')}
            onClick={() => setOpen(true)}
          >
            <IconPlus size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </h2>
      {isKnown && items.length === 0 && <p className={classes.hint}>{t('notShared')}</p>}
      {items.map(({ grantee, level }) => (
        <span key={grantee.id} className={classes.shared}>
          <GranteeGlyph kind={grantee.kind} name={grantee.title ?? ''} />
          <span className={classes.name}>{grantee.title ?? t('unknown')}</span>
          <span className={classes.count}>{t(level)}</span>
        </span>
      ))}
      <Suspense fallback={null}>
        {isOpen && <ShareDialog onClose={() => setOpen(false)} />}
      </Suspense>
    </section>
  );
}
