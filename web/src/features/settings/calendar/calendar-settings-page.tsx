import { Checkbox, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { occasions } from '#shared/calendar/occasions.ts';
import { wrongDays } from '#shared/calendar/working-hours.ts';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { SaveBar } from '../save-bar.tsx';
import { Section } from '../section.tsx';
import { settingsWords } from '../settings.words.ts';
import {
  calendarSettingsQuery,
  useKeepSettings,
  type CalendarSettings,
} from './calendar-settings.queries.ts';
import { calendarSettingsWords } from './calendar-settings.words.ts';
import { DaysInput, givenDays } from './days-input.tsx';
import { HoursInput } from './hours-input.tsx';
import classes from './calendar-settings.module.css';

const publicDays = occasions.filter(({ kind }) => kind === 'public');

/** When the company works, when it is off, how long things take. */
export function CalendarSettingsPage() {
  const t = useWords(calendarSettingsWords);
  const s = useWords(settingsWords);
  const label = useLabel();
  const kinds = useModel().byKey.get('activity')?.field.get('kind');
  const { data } = useQuery(calendarSettingsQuery);
  const [draft, setDraft] = useState<Partial<CalendarSettings>>({});
  const keep = useKeepSettings(data, () => setDraft({}));
  if (!data) return <PageSkeleton />;
  const shown = { ...data, ...draft };
  const set = (part: Partial<CalendarSettings>) => setDraft((before) => ({ ...before, ...part }));
  const { notOff, days } = shown.holidays;
  const options = kinds && 'options' in kinds ? kinds.options : [];
  const save = () =>
    keep.mutate({
      ...draft,
      ...(draft.holidays && { holidays: { notOff, days: givenDays(days) } }),
    });
  return (
    <>
      <PageHead title={s('calendar')} text={t('companyText')} />
      <Section title={t('hours')} text={t('hoursText')}>
        <HoursInput value={shown.hours} onChange={(hours) => set({ hours })} />
      </Section>
      <Section title={t('holidays')} text={t('holidaysText')}>
        <div className={classes.checks}>
          {publicDays.map(({ key, label: name }) => (
            <Checkbox
              key={key}
              label={label(name)}
              checked={!notOff.includes(key)}
              onChange={({ currentTarget: { checked } }) =>
                set({
                  holidays: {
                    days,
                    notOff: checked ? notOff.filter((each) => each !== key) : [...notOff, key],
                  },
                })
              }
            />
          ))}
        </div>
      </Section>
      <Section title={t('days')} text={t('daysText')}>
        <DaysInput value={days} onChange={(next) => set({ holidays: { notOff, days: next } })} />
      </Section>
      <Section title={t('lengths')} text={t('lengthsText')}>
        <div className={classes.lengths}>
          {options.map(({ value, label: name }) => (
            <NumberInput
              key={value}
              label={label(name)}
              min={0}
              max={1440}
              step={5}
              allowDecimal={false}
              value={shown.usualMinutes[value] ?? ''}
              onChange={(minutes) => {
                const { [value]: _, ...others } = shown.usualMinutes;
                set({
                  usualMinutes:
                    typeof minutes === 'number' ? { ...others, [value]: minutes } : others,
                });
              }}
            />
          ))}
        </div>
      </Section>
      <Section title={t('forgotten')} text={t('forgottenText')}>
        <NumberInput
          label={t('minutes')}
          min={0}
          max={1440}
          step={5}
          allowDecimal={false}
          value={shown.forgottenAfterMinutes}
          onChange={(minutes) =>
            typeof minutes === 'number' && set({ forgottenAfterMinutes: minutes })
          }
        />
      </Section>
      {Object.keys(draft).length > 0 && (
        <SaveBar
          title={t('unsaved')}
          text={wrongDays(shown.hours).length > 0 && t('wrongHours')}
          discard={{ label: t('discard'), run: () => setDraft({}) }}
          save={{ label: t('save'), run: save, busy: keep.isPending }}
        />
      )}
    </>
  );
}
