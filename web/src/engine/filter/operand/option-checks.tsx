import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import { fold } from '#shared/locale/text.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { Option } from '../../fields/option.tsx';
import { filterWords } from '../filter.words.ts';
import classes from './operand.module.css';

interface Props {
  field: Extract<ScreenField, { kind: 'select' | 'multiSelect' }>;
  label: string;
  chosen: readonly string[];
  onChange(chosen: string[]): void;
  autoFocus: boolean;
}

/** Options to tick, in their own order; long lists can be searched without accents. */
export function OptionChecks({ field, label, chosen, onChange, autoFocus }: Props) {
  const t = useWords(filterWords);
  const say = useLabel();
  const [words, setWords] = useState('');
  const { options } = field;
  const isLong = options.length > 8;
  const shown = options.filter(
    (option) =>
      (option.archived !== true || chosen.includes(option.value)) &&
      fold(say(option.label)).includes(fold(words)),
  );
  const toggle = (value: string) =>
    onChange(
      chosen.includes(value)
        ? chosen.filter((each) => each !== value)
        : options
            .map((option) => option.value)
            .filter((each) => each === value || chosen.includes(each)),
    );
  return (
    <div role="group" aria-label={label}>
      {isLong && (
        <TextInput
          aria-label={t('findOption')}
          placeholder={t('findOption')}
          value={words}
          autoFocus={autoFocus}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key !== 'Enter' || words === '' || !first) return;
            event.preventDefault();
            event.stopPropagation();
            toggle(first.value);
            setWords('');
          }}
        />
      )}
      <div className={classes.options}>
        {shown.map((option, i) => (
          <Checkbox
            key={option.value}
            size="xs"
            className={classes.option ?? ''}
            checked={chosen.includes(option.value)}
            autoFocus={autoFocus && !isLong && i === 0}
            onChange={() => toggle(option.value)}
            label={<Option field={field} value={option.value} />}
          />
        ))}
        {shown.length === 0 && <p className={classes.none}>{t('nothingFound')}</p>}
      </div>
    </div>
  );
}
