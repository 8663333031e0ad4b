import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '#web/engine/model.ts';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { roomQuery } from './documents.queries.ts';
import { documentWords } from './documents.words.ts';
import classes from './documents.module.css';

const LimitDialog = lazy(async () => ({
  default: (await import('./limit-dialog.tsx')).LimitDialog,
}));

/** How much room documents take, and may take. */
export function Room() {
  const t = useWords(documentWords);
  const { language } = useLanguage();
  const isAdministrator = useMe().role.administrator;
  const [isSetting, setSetting] = useState(false);
  const { data } = useQuery(roomQuery);
  if (!data) return null;
  const { company, mine } = data;
  const limited = mine.most === null ? company : mine;
  const used = formatBytes(limited.used, language);
  return (
    <div className={classes.room}>
      <span>
        {limited.most === null
          ? t('room', { used })
          : t('roomOf', { used, most: formatBytes(limited.most, language) })}
      </span>
      {isAdministrator && (
        <button type="button" className={classes.quiet} onClick={() => setSetting(true)}>
          {t('limit')}
        </button>
      )}
      <Link
        className={classes.quiet ?? ''}
        to="/$objects"
        params={{ objects: 'documents' }}
        search={{ view: 'all' }}
      >
        {t('toList')}
      </Link>
      <Suspense fallback={null}>
        {isSetting && (
          <LimitDialog
            company={company.most}
            member={mine.most}
            onClose={() => setSetting(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
