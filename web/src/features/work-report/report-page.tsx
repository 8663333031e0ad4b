import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { formatNumber } from '#shared/locale/number.ts';
import { membersQuery } from '#web/api/people.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { stretchOf } from './periods.ts';
import { ReportBar } from './report-bar.tsx';
import { ReportTable } from './report-table.tsx';
import { ReportTiles } from './report-tiles.tsx';
import { reportedBy, reportQuery, type ReportQuery } from './report.queries.ts';
import classes from './report.module.css';
import { reportWords } from './report.words.ts';

const ReportChart = lazy(async () => ({
  default: (await import('./report-chart.tsx')).ReportChart,
}));

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Who did what, with whom and for how long; the address bar says of which days. */
export function ReportPage() {
  const t = useWords(reportWords);
  const { language, timeZone } = useLanguage();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  usePageTitle(t('title'));
  const [month] = useState(() => stretchOf('month', dateInZone(new Date(), timeZone)));
  const query: ReportQuery = {
    from: isDay(search['from']) ? search['from'] : month.from,
    to: isDay(search['to']) ? search['to'] : month.to,
    by: reportedBy.find((by) => by === search['by']) ?? 'person',
    ...(search['member'] !== undefined && { member: search['member'] }),
    ...(search['kind'] !== undefined && { kind: search['kind'] }),
  };
  const change = (patch: Partial<ReportQuery>) =>
    void navigate({ to: '/reports/work', search: { ...query, ...patch }, replace: true });
  const { data: report, error, isPending, refetch } = useQuery(reportQuery(query));
  const { data: members } = useQuery(membersQuery);
  const show = (value: number | null) => formatNumber(String(value ?? 0), language);
  return (
    <div className={classes.page}>
      <h1 className="unseen">{t('title')}</h1>
      <ReportBar query={query} members={members?.items ?? []} onChange={change} />
      {error && (
        <Note
          tone="bad"
          action={
            <Button variant="default" size="xs" onClick={() => void refetch()}>
              {t('again')}
            </Button>
          }
        >
          {error.message || t('offline')}
        </Note>
      )}
      {isPending && !error && <Skeleton height={360} />}
      {report && (
        <>
          <ReportTiles report={report} />
          {report.rows.length === 0 ? (
            <Empty title={t('empty')} text={t('emptyText')} />
          ) : (
            <>
              <p className={classes.says}>
                {t('chartSays', {
                  done: show(report.total.done),
                  planned: show(report.total.planned),
                  forgotten: show(report.total.forgotten),
                })}
              </p>
              <Suspense fallback={<Skeleton height={280} />}>
                <ReportChart report={report} />
              </Suspense>
              <ReportTable report={report} />
              {!report.complete && <Note tone="info">{t('partial')}</Note>}
            </>
          )}
        </>
      )}
    </div>
  );
}
