import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { discussionWords } from '../discussion.words.ts';

export interface PollValues {
  question: string;
  choices: string;
  several?: boolean;
  anonymous?: boolean;
  closesAt?: string | null;
}

interface Props {
  values: PollValues;
  onChange(values: PollValues): void;
  errorOf(path: string): string | undefined;
}

/** What is asked, what can be answered, and until when. */
export function PollForm({ values, onChange, errorOf }: Props) {
  const t = useWords(discussionWords);
  return (
    <div className={classes.form}>
      <TextInput
        label={t('question')}
        required
        value={values.question}
        error={errorOf('poll.question')}
        onChange={({ currentTarget }) => onChange({ ...values, question: currentTarget.value })}
      />
      <Textarea
        label={t('choices')}
        required
        autosize
        minRows={3}
        value={values.choices}
        error={errorOf('poll.choices')}
        onChange={({ currentTarget }) => onChange({ ...values, choices: currentTarget.value })}
      />
      <Checkbox
        label={t('several')}
        checked={values.several ?? false}
        onChange={({ currentTarget }) => onChange({ ...values, several: currentTarget.checked })}
      />
      <Checkbox
        label={t('anonymous')}
        checked={values.anonymous ?? false}
        onChange={({ currentTarget }) => onChange({ ...values, anonymous: currentTarget.checked })}
      />
      <DateTimePicker
        clearable
        label={t('closesAt')}
        error={errorOf('poll.closesAt')}
        valueFormat="DD/MM/YYYY HH:mm"
        onChange={(at) =>
          onChange({ ...values, closesAt: at === null ? null : new Date(at).toISOString() })
        }
      />
    </div>
  );
}
