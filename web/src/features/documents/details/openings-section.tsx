import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { openingsQuery } from '../documents.queries.ts';
import { documentWords } from '../documents.words.ts';
import classes from './details.module.css';
import { Section } from './section.tsx';

/** Who looked at it or took it with them, the last first. */
export function OpeningsSection({ id }: { id: string }) {
  const t = useWords(documentWords);
  const { timeZone } = useLanguage();
  const { data, isError } = useQuery(openingsQuery(id));
  // Whoever may not change this very document is not told.
  if (isError) return null;
  const items = data?.items ?? [];
  return (
    <Section title={t('openings')} count={items.length}>
      {data && items.length === 0 && <p className={classes.meta}>{t('noOpenings')}</p>}
      <ul className={classes.list}>
        {items.map(({ at, way, member, version }) => (
          <li key={`${at}${way}${member?.id}`} className={classes.row}>
            <span className={classes.text}>
              <span>{member ? member.title : t('outside')}</span>
              <span className={classes.meta}>
                {[
                  t(way === 'preview' ? 'previewed' : 'downloaded'),
                  version !== null && t('version', { number: version }),
                  formatDateTime(new Date(at), timeZone),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
