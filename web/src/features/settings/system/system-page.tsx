import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { settingsWords } from '../settings.words.ts';
import { Jobs } from './jobs.tsx';
import { systemQuery } from './system-query.ts';
import { systemWords } from './system.words.ts';
import classes from './system-page.module.css';

/** As the doctor of the command line has it. */
const patienceDays = 7;

/** How the installation is: versions, backups, background work. */
export function SystemPage() {
  const t = useWords(systemWords);
  const title = useWords(settingsWords)('system');
  const { language, timeZone } = useLanguage();
  const { data: system, dataUpdatedAt: now, error } = useQuery(systemQuery);
  if (error) return <Note tone="bad">{error.message}</Note>;
  if (!system) return <PageSkeleton />;
  const { database, backup } = system;
  const days =
    backup.verified === null ? 0 : Math.floor((now - Date.parse(backup.verified)) / 86_400_000);
  const at = (instant: string) => formatDateTime(new Date(instant), timeZone);
  const facts = [
    [t('version'), system.version],
    [
      t('database'),
      `PostgreSQL ${database.version}${database.embedded ? ` · ${t('embedded')}` : ''}`,
    ],
    [t('node'), system.node],
    [t('started'), at(system.startedAt)],
    [
      t('size'),
      t('sizes', {
        company: formatBytes(database.workspaceBytes, language),
        all: formatBytes(database.bytes, language),
      }),
    ],
    [t('backupMade'), backup.made === null ? t('never') : at(backup.made)],
    [t('backupVerified'), backup.verified === null ? t('never') : at(backup.verified)],
  ] as const;
  return (
    <>
      <PageHead title={title} text={t('about')} />
      <div className={classes.body}>
        {database.outdated && (
          <Note tone="bad">
            {t(database.embedded ? 'outdatedEmbedded' : 'outdated', {
              version: database.version,
              safe: database.safeVersion ?? '',
            })}
          </Note>
        )}
        {backup.verified === null && <Note tone="warn">{t('noBackup')}</Note>}
        {days >= patienceDays && <Note tone="warn">{t('oldBackup', { count: days })}</Note>}
        {system.jobs.workers === 0 && <Note tone="bad">{t('noWorkers')}</Note>}
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Jobs jobs={system.jobs} />
      </div>
    </>
  );
}
