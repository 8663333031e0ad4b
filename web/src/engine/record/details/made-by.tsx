import { formatDateTime } from '#shared/locale/date-time.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import classes from './details.module.css';

/** Who made it when, and when it was changed last. */
export function MadeBy() {
  const t = useWords(recordWords);
  const { timeZone } = useLanguage();
  const { record } = useOnPage();
  if (record.createdAt === undefined) return null;
  const moment = (iso: string) => formatDateTime(new Date(iso), timeZone);
  const updated = record.updatedAt;
  return (
    <p className={classes.made}>
      {t('created', { who: record.createdBy?.title ?? 'Duyên', date: moment(record.createdAt) })}
      {updated !== undefined &&
        updated !== record.createdAt &&
        `, ${t('updated', { date: moment(updated) })}`}
    </p>
  );
}
