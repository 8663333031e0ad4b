import { Radio } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import type { ImportQuestion } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import type { MappingDraft } from './mapping-draft.ts';
import classes from './questions.module.css';

interface Props {
  questions: readonly ImportQuestion[];
  draft: MappingDraft;
  onChange: (draft: MappingDraft) => void;
}

const choiceWords = {
  dmy: 'dmy',
  mdy: 'mdy',
  ymd: 'ymd',
  vi: 'numbersVi',
  en: 'numbersEn',
} as const;
type Choice = keyof typeof choiceWords;
const isChoice = (choice: string): choice is Choice => Object.hasOwn(choiceWords, choice);

/** What the file leaves open; only asked where its values can be read in two ways. */
export function Questions({ questions, draft, onChange }: Props) {
  const t = useWords(transferWords);
  return questions.map(({ option, choices, columns, samples }) => (
    <Radio.Group
      key={option}
      className={classes.question ?? ''}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      label={t(option === 'dates' ? 'questionDates' : 'questionNumbers')}
      description={t('questionColumns', {
        columns: columns.join(', '),
        samples: samples.join(' · '),
      })}
      value={draft[option] ?? ''}
      onChange={(value) => {
        if (option === 'dates' && (value === 'dmy' || value === 'mdy' || value === 'ymd'))
          onChange({ ...draft, dates: value });
        if (option === 'numbers' && (value === 'vi' || value === 'en'))
          onChange({ ...draft, numbers: value });
      }}
    >
      <div className={classes.choices}>
        {choices.filter(isChoice).map((choice) => (
          <Radio key={choice} value={choice} label={t(choiceWords[choice])} />
        ))}
      </div>
    </Radio.Group>
  ));
}
