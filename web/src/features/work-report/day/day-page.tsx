import { Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { recordQuery } from '#web/api/queries.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from '../report.module.css';
import { DayLines } from './day-lines.tsx';
import { linesOf } from './day.queries.ts';
import { dayWords } from './day.words.ts';

/** What somebody planned for a day or did on it, as they sent it. */
export function DayPage() {
  const t = useWords(dayWords);
  const { timeZone } = useLanguage();
  const { id = '' } = useParams({ strict: false });
  const { data: report, error } = useQuery(recordQuery('day-reports', id));
  const name = textOf(report?.['name']);
  usePageTitle(name ?? t('received'), [{ label: t('received'), to: '/day-reports' }]);
  if (error)
    return (
      <Empty title={t('gone')}>
        <Link to="/$objects" params={{ objects: 'day-reports' }}>
          {t('all')}
        </Link>
      </Empty>
    );
  if (!report) return <Skeleton height={320} />;
  const lines = linesOf(report);
  const sentence = textOf(report['sentence']);
  const sentAt = textOf(report['sentAt']);
  const owner = report['owner'];
  const who =
    typeof owner === 'object' && owner !== null && 'title' in owner ? textOf(owner.title) : null;
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <h1 className={classes.says}>{name}</h1>
        <span className={classes.gap} />
        <span className={classes.files}>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </span>
      </div>
      <p className={classes.quiet}>
        {t('from', {
          name: who ?? '',
          time: sentAt === null ? '' : formatDateTime(new Date(sentAt), timeZone),
        })}
      </p>
      {sentence !== null && <p className={classes.sentence}>{sentence}</p>}
      {lines.length === 0 ? <p>{t('none')}</p> : <DayLines lines={lines} />}
    </div>
  );
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
