import { useQuery } from '@tanstack/react-query';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { roomQuery } from './documents.queries.ts';
import { documentWords } from './documents.words.ts';
import classes from './documents.module.css';

/** How much room documents take, and may take. */
export function Room() {
  const t = useWords(documentWords);
  const { language } = useLanguage();
  const { data } = useQuery(roomQuery);
  if (!data) return null;
  const { company, mine } = data;
  const limited = mine.most === null ? company : mine;
  const used = formatBytes(limited.used, language);
  return (
    <p className={classes.room}>
      {limited.most === null
        ? t('room', { used })
        : t('roomOf', { used, most: formatBytes(limited.most, language) })}
    </p>
  );
}
