import { Select, Switch } from '@mantine/core';
import { useMe } from '#web/engine/model.ts';
import { nameOfTimeZone } from '#web/ui/time-zones.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { personalWords } from './personal.words.ts';
import { useChangeMe } from './use-change-me.ts';
import classes from './notifications-page.module.css';

/** When the mail of the morning comes, and when nothing does. */
export function NoticeTimes() {
  const t = useWords(personalWords);
  const { digest, quietHours } = useMe();
  const { language, timeZone } = useLanguage();
  const change = useChangeMe();
  return (
    <section className={classes.section} aria-label={t('times')}>
      <h2 className={classes.heading}>{t('times')}</h2>
      <p className={classes.text}>{t('timesText', { zone: nameOfTimeZone(timeZone, language) })}</p>
      <div className={classes.choice}>
        <Switch
          label={t('digest')}
          description={t('digestText')}
          checked={digest.on}
          onChange={({ currentTarget: { checked } }) =>
            change.mutate({ digest: { ...digest, on: checked } })
          }
        />
        {digest.on && (
          <div className={classes.clocks}>
            <Clock
              label={t('digestAt')}
              value={digest.at}
              onChange={(at) => change.mutate({ digest: { ...digest, at } })}
            />
          </div>
        )}
      </div>
      <div className={classes.choice}>
        <Switch
          label={t('quiet')}
          description={t('quietText')}
          checked={quietHours.on}
          onChange={({ currentTarget: { checked } }) =>
            change.mutate({ quietHours: { ...quietHours, on: checked } })
          }
        />
        {quietHours.on && (
          <div className={classes.clocks}>
            <Clock
              label={t('quietFrom')}
              value={quietHours.from}
              onChange={(from) => change.mutate({ quietHours: { ...quietHours, from } })}
            />
            <Clock
              label={t('quietTo')}
              value={quietHours.to}
              onChange={(to) => change.mutate({ quietHours: { ...quietHours, to } })}
            />
          </div>
        )}
      </div>
    </section>
  );
}

interface ClockProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

/** A time of day, in quarters of an hour; always of 24 hours, whatever the browser is set to. */
function Clock({ label, value, onChange }: ClockProps) {
  const times = quarters.includes(value) ? quarters : [value, ...quarters];
  return (
    <Select
      label={label}
      data={times}
      value={value}
      searchable
      allowDeselect={false}
      maxDropdownHeight={240}
      onChange={(time) => time !== null && onChange(time)}
    />
  );
}

const quarters = Array.from({ length: 96 }, (_, i) =>
  [Math.floor(i / 4), (i % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':'),
);
