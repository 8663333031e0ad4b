import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import {
  weekdays,
  wrongDays,
  type Interval,
  type WeekHours,
  type Weekday,
} from '#shared/calendar/working-hours.ts';
import { ClockBox } from '#web/ui/clock-box.tsx';
import { useWords } from '#web/words/language.tsx';
import { calendarSettingsWords } from './calendar-settings.words.ts';
import classes from './calendar-settings.module.css';

interface Props {
  value: WeekHours;
  onChange(hours: WeekHours): void;
}

const first: Interval = { from: '08:00', to: '12:00' };
const second: Interval = { from: '13:00', to: '17:00' };
const most = 4;

/** The hours of each day of the week, with breaks. */
export function HoursInput({ value, onChange }: Props) {
  const t = useWords(calendarSettingsWords);
  const wrong = wrongDays(value);
  const set = (weekday: Weekday, hours: readonly Interval[]) =>
    onChange({ ...value, [weekday]: hours });
  return (
    <div>
      {weekdays.map((weekday) => {
        const day = t(`weekday_${weekday}`);
        const hours = value[weekday];
        return (
          <div key={weekday} role="group" aria-label={day} className={classes.day}>
            <span className={classes.dayName}>{day}</span>
            <div className={classes.intervals}>
              {hours.length === 0 && <span className={classes.rest}>{t('rest')}</span>}
              {hours.map(({ from, to }, i) => {
                const change = (part: Partial<Interval>) =>
                  set(weekday, hours.with(i, { from, to, ...part }));
                return (
                  // oxlint-disable-next-line react/no-array-index-key -- what is typed may be the same twice
                  <span key={i} className={classes.interval}>
                    <ClockBox
                      label={t('from', { day })}
                      value={from}
                      error={wrong.includes(weekday)}
                      onChange={(clock) => change({ from: clock })}
                    />
                    –
                    <ClockBox
                      label={t('to', { day })}
                      value={to}
                      error={wrong.includes(weekday)}
                      onChange={(clock) => change({ to: clock })}
                    />
                    <ActionIcon
                      aria-label={t('removeHours', { from, to, day })}
                      onClick={() => set(weekday, hours.toSpliced(i, 1))}
                    >
                      <IconX size={16} stroke={1.7} />
                    </ActionIcon>
                  </span>
                );
              })}
              {hours.length < most && (
                <ActionIcon
                  aria-label={t('addHours', { day })}
                  onClick={() => set(weekday, [...hours, hours.length === 0 ? first : second])}
                >
                  <IconPlus size={16} stroke={1.7} />
                </ActionIcon>
              )}
            </div>
          </div>
        );
      })}
      {wrong.length > 0 && (
        <p role="alert" className={classes.wrong}>
          {t('wrongHours')}
        </p>
      )}
    </div>
  );
}
