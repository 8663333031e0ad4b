import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './clock-box.module.css';
import { readClock } from './read-clock.ts';

interface Props {
  label: string;
  /** `HH:MM`; empty while what is typed is no time. */
  value: string;
  error: boolean;
  onChange(clock: string): void;
}

/** A time of day to type, always of 24 hours, whatever the browser is set to. */
export function ClockBox({ label, value, error, onChange }: Props) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      aria-label={label}
      className={classes.clock ?? ''}
      value={typed ?? value}
      error={error}
      maxLength={8}
      placeholder="--:--"
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(readClock(currentTarget.value) ?? '');
      }}
      onBlur={() => {
        // What is no time stays, to be mended.
        if (typed !== undefined && readClock(typed) !== undefined) setTyped(undefined);
      }}
    />
  );
}
