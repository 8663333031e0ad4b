import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wrongDays, type WeekHours } from '#shared/calendar/working-hours.ts';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { SaveBar } from '../save-bar.tsx';
import { Section } from '../section.tsx';
import { settingsWords } from '../settings.words.ts';
import { calendarSettingsQuery, useKeepSettings } from './calendar-settings.queries.ts';
import { calendarSettingsWords } from './calendar-settings.words.ts';
import { FeedsSection } from './feeds-section.tsx';
import { HoursInput } from './hours-input.tsx';

/** Hours of one's own, and where else one's calendar is read. */
export function MyCalendarPage() {
  const t = useWords(calendarSettingsWords);
  const s = useWords(settingsWords);
  const { data } = useQuery(calendarSettingsQuery);
  const [draft, setDraft] = useState<{ own: WeekHours | null }>();
  const keep = useKeepSettings(data, () => setDraft(undefined));
  if (!data) return <PageSkeleton />;
  const { own } = draft ?? data;
  return (
    <>
      <PageHead title={s('myCalendar')} text={t('myText')} />
      <Section title={t('hours')}>
        <Checkbox
          label={t('ownHours')}
          checked={own !== null}
          onChange={({ currentTarget }) =>
            setDraft({ own: currentTarget.checked ? data.hours : null })
          }
        />
        {own && <HoursInput value={own} onChange={(hours) => setDraft({ own: hours })} />}
      </Section>
      <FeedsSection />
      {draft && (
        <SaveBar
          title={t('unsaved')}
          text={own && wrongDays(own).length > 0 && t('wrongHours')}
          discard={{ label: t('discard'), run: () => setDraft(undefined) }}
          save={{ label: t('save'), run: () => keep.mutate(draft), busy: keep.isPending }}
        />
      )}
    </>
  );
}
