import { Checkbox, Input, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { dateTime } from '#web/engine/fields/inputs/dateTime.tsx';
import { useObject } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { discussionWords } from '../discussion.words.ts';

export interface PollValues {
  question: string;
  choices: string;
  several?: boolean;
  anonymous?: boolean;
  /** As the box of a moment gives it, half typed too. */
  closesAt?: unknown;
}

interface Props {
  values: PollValues;
  onChange(values: PollValues): void;
  errorOf(path: string): string | undefined;
}

/** What is asked, what can be answered, and until when. */
export function PollForm({ values, onChange, errorOf }: Props) {
  const t = useWords(discussionWords);
  const closesAt = useId();
  const field = useObject({ key: 'poll' })?.field.get('closesAt');
  const late = errorOf('poll.closesAt');
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
      {field?.kind === 'dateTime' && (
        <Input.Wrapper label={t('closesAt')} labelProps={{ htmlFor: closesAt }} error={late}>
          <dateTime.Edit
            id={closesAt}
            field={field}
            value={values.closesAt ?? null}
            invalid={late !== undefined}
            onChange={(at) => onChange({ ...values, closesAt: at })}
          />
        </Input.Wrapper>
      )}
    </div>
  );
}
