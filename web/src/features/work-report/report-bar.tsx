import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { address } from '#web/api/request.ts';
import type { Colleague } from '#web/api/people.ts';
import { DayBox } from '#web/engine/fields/day-box.tsx';
import { useObject } from '#web/engine/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { dayWords } from './day/day.words.ts';
import { SendDay } from './day/send-day.tsx';
import { periodOf, periods, stretchOf } from './periods.ts';
import { reportedBy, type ReportQuery } from './report.queries.ts';
import classes from './report.module.css';
import { reportWords } from './report.words.ts';

interface Props {
  query: ReportQuery;
  members: readonly Colleague[];
  onChange(patch: Partial<ReportQuery>): void;
}

/** Which days, of whom, and by what. */
export function ReportBar({ query, members, onChange }: Props) {
  const t = useWords(reportWords);
  const label = useLabel();
  const { timeZone } = useLanguage();
  const d = useWords(dayWords);
  const dayReport = useObject({ key: 'dayReport' });
  const activity = useObject({ key: 'activity' });
  const kind = activity?.field.get('kind');
  const [today] = useState(() => dateInZone(new Date(), timeZone));
  const period = periodOf(query, today);
  return (
    <div className={classes.bar}>
      <Select
        aria-label={t('period')}
        className={classes.period ?? ''}
        data={[
          ...periods.map((each) => ({ value: each as string, label: t(each) })),
          { value: 'custom', label: t('custom'), disabled: period !== 'custom' },
        ]}
        value={period}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = periods.find((each) => each === value);
          if (chosen) onChange(stretchOf(chosen, today));
        }}
      />
      <div className={classes.day}>
        <DayBox
          label={t('from')}
          value={query.from}
          onChange={(from) =>
            from !== '' && onChange({ from, to: from > query.to ? from : query.to })
          }
        />
      </div>
      <div className={classes.day}>
        <DayBox
          label={t('to')}
          value={query.to}
          onChange={(to) => to !== '' && onChange({ to, from: to < query.from ? to : query.from })}
        />
      </div>
      <Select
        aria-label={t('person')}
        className={classes.member ?? ''}
        placeholder={t('everybody')}
        searchable
        clearable
        data={members.map(({ id, name }) => ({ value: id, label: name }))}
        value={query.member ?? null}
        onChange={(value) => onChange({ member: value ?? undefined })}
      />
      <Select
        aria-label={t('kind')}
        className={classes.period ?? ''}
        placeholder={t('everyKind')}
        clearable
        data={
          kind?.kind === 'select'
            ? kind.options
                .filter(({ value }) => value !== 'note')
                .map((option) => ({ value: option.value, label: label(option.label) }))
            : []
        }
        value={query.kind ?? null}
        onChange={(value) => onChange({ kind: value ?? undefined })}
      />
      <SegmentedControl
        aria-label={t('by')}
        data={reportedBy.map((value) => ({ value, label: t(value) }))}
        value={query.by}
        onChange={(value) => onChange({ by: reportedBy.find((by) => by === value) ?? 'person' })}
      />
      <span className={classes.gap} />
      {dayReport?.rights.create && <SendDay />}
      {dayReport && (
        <Button component={Link} to="/day-reports" variant="subtle" color="gray">
          {d('received')}
        </Button>
      )}
      {activity?.rights.export && (
        <span className={classes.files}>
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={address('work-report/export', { ...query, format })}
              download
              variant="subtle"
              color="gray"
              leftSection={<IconDownload size={16} stroke={1.7} aria-hidden />}
            >
              {t(format)}
            </Button>
          ))}
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </span>
      )}
    </div>
  );
}
