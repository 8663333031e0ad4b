import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '#web/engine/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { personalWords } from './personal.words.ts';
import { useChangeMe } from './use-change-me.ts';
import classes from './notifications-page.module.css';

/** When the mail of the morning comes, and when nothing does. */
export function NoticeTimes() {
  const t = useWords(personalWords);
  const { digest, quietHours } = useMe();
  const { timeZone } = useLanguage();
  const change = useChangeMe();
  return (
    <section className={classes.section} aria-label={t('times')}>
      <h2 className={classes.heading}>{t('times')}</h2>
      <p className={classes.text}>{t('timesText', { zone: timeZone })}</p>
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

/** A time of day; kept once it is whole and left. */
function Clock({ label, value, onChange }: ClockProps) {
  const [typed, setTyped] = useState(value);
  return (
    <TextInput
      type="time"
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed === '') setTyped(value);
        else if (typed !== value) onChange(typed);
      }}
    />
  );
}
