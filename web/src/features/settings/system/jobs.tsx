import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from './system-page.module.css';
import { systemQuery, type JobItem, type JobsState } from './system-query.ts';
import { systemWords } from './system.words.ts';

const tones = { waiting: 'plan', running: 'info', failed: 'bad' } as const;

/** Work in the background, what failed first. */
export function Jobs({ jobs }: { jobs: JobsState }) {
  const t = useWords(systemWords);
  const { failed, running, waiting } = jobs;
  return (
    <section>
      <h2 className={classes.title}>{t('jobs')}</h2>
      <p className={classes.about}>
        {failed + running + waiting === 0
          ? t('noJobs')
          : t('jobCounts', { failed, running, waiting })}
      </p>
      <ul className={classes.jobs}>
        {jobs.items.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}

function JobRow({ job }: { job: JobItem }) {
  const t = useWords(systemWords);
  const { timeZone } = useLanguage();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => send('POST', `/api/v1/system/jobs/${job.id}/retry`),
    onSuccess: () => client.invalidateQueries(systemQuery),
    onError: (error) => notify({ tone: 'bad', text: error.message }),
  });
  return (
    <li className={classes.job}>
      <StatusGlyph tone={tones[job.state]} />
      <div className={classes.what}>
        <p>
          {job.title} <span className={classes.about}>{t(job.state)}</span>
        </p>
        <p className={classes.about}>
          {[
            job.member?.title,
            formatDateTime(new Date(job.createdAt), timeZone),
            job.attempts > 1 && t('attempts', { count: job.attempts }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {job.error !== null && <p className={classes.error}>{job.error}</p>}
      </div>
      {job.state === 'failed' && (
        <Button
          variant="default"
          size="xs"
          onClick={() => retry.mutate()}
          loading={retry.isPending}
        >
          {t('retry')}
        </Button>
      )}
    </li>
  );
}
