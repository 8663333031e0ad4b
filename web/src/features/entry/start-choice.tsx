import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBuildingStore, IconFileSpreadsheet, IconNotebook } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { entryWords } from './entry.words.ts';
import classes from './setup-form.module.css';
import type { Sample } from './setup-query.ts';

export type Start = 'empty' | 'import' | 'sample';

const starts = [
  { value: 'empty', Icon: IconNotebook, title: 'startEmpty', text: 'startEmptyText' },
  { value: 'import', Icon: IconFileSpreadsheet, title: 'startImport', text: 'startImportText' },
  { value: 'sample', Icon: IconBuildingStore, title: 'startSample', text: 'startSampleText' },
] as const;

const samples = [
  { value: 'gift-shop', word: 'giftShop' },
  { value: 'freight', word: 'freight' },
  { value: 'distributor', word: 'distributor' },
] as const;

interface Props {
  start: Start;
  onStart(start: Start): void;
  sample: Sample;
  onSample(sample: Sample): void;
}

export function StartChoice({ start, onStart, sample, onSample }: Props) {
  const t = useWords(entryWords);
  const isNarrow = useMediaQuery('(max-width: 560px)');
  return (
    <>
      <div className={classes.choices} role="radiogroup" aria-label={t('start')}>
        {starts.map(({ value, Icon, title, text }) => (
          <label key={value} className={classes.choice} data-chosen={value === start || undefined}>
            <input
              type="radio"
              name="start"
              className="unseen"
              checked={value === start}
              onChange={() => onStart(value)}
            />
            <Icon size={20} stroke={1.5} aria-hidden />
            <span className={classes.choiceTitle}>{t(title)}</span>
            <span className={classes.choiceText}>{t(text)}</span>
          </label>
        ))}
      </div>
      {start === 'sample' && (
        <div className={classes.sample}>
          <span id="sample-kind">{t('sampleKind')}</span>
          <SegmentedControl
            size={isNarrow ? 'md' : 'sm'}
            orientation={isNarrow ? 'vertical' : 'horizontal'}
            aria-labelledby="sample-kind"
            value={sample}
            onChange={(value) =>
              onSample(samples.find((each) => each.value === value)?.value ?? sample)
            }
            data={samples.map(({ value, word }) => ({ value, label: t(word) }))}
          />
        </div>
      )}
    </>
  );
}
