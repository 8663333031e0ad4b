import { useState } from 'react';
import { notReached } from '#shared/activity.ts';
import type { ScreenField } from '#web/api/model.ts';
import { toneOf } from '#web/engine/fields/option.tsx';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import classes from './finish.module.css';
import { finishWords } from './finish.words.ts';

/** What most calls come to; the others are one press away. */
const often: Readonly<Record<string, readonly string[]>> = {
  call: ['agreed', 'considering', 'refused', 'noAnswer'],
};
const oftenElse = ['agreed', 'considering', 'refused', 'reached'];

interface Props {
  field: ScreenField;
  kind: string;
  value: string | null;
  onChange(value: string): void;
}

/** The outcome as big buttons, for a thumb. */
export function ResultChoice({ field, kind, value, onChange }: Props) {
  const t = useWords(finishWords);
  const label = useLabel();
  const [isLong, setLong] = useState(false);
  // Whoever was met has answered.
  const options = optionsOf(field).filter(
    (option) => kind === 'call' || kind === 'message' || !notReached.includes(option.value),
  );
  const first = often[kind] ?? oftenElse;
  const ranked = [
    ...first.flatMap((key) => options.find((option) => option.value === key) ?? []),
    ...options.filter((option) => !first.includes(option.value)),
  ];
  const shown = isLong ? ranked : ranked.filter((o, at) => at < 4 || o.value === value);
  return (
    <fieldset className={classes.part}>
      <legend className={classes.label}>{label(field.label)}</legend>
      <div className={classes.results}>
        {shown.map((option) => (
          <label key={option.value} className={classes.choice}>
            <input
              type="radio"
              name="result"
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <StatusGlyph tone={toneOf({ options }, option) ?? 'idle'} />
            <span>{label(option.label)}</span>
          </label>
        ))}
      </div>
      {!isLong && shown.length < ranked.length && (
        <button type="button" className={classes.more} onClick={() => setLong(true)}>
          {t('moreResults')}
        </button>
      )}
    </fieldset>
  );
}

const optionsOf = (field: ScreenField) =>
  field.kind === 'select' ? field.options.filter(({ archived }) => archived !== true) : [];
