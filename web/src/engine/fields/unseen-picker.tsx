import { TextInput } from '@mantine/core';
import type { Reference } from '#web/api/records.ts';
import { useWords } from '#web/words/language.tsx';
import { fieldWords } from './fields.words.ts';
import type { inputProps } from './input-props.ts';

/** Records one may not see cannot be chosen from; the box says so. */
export function UnseenPicker({
  input,
  value,
}: {
  input: Partial<ReturnType<typeof inputProps>>;
  value: Reference | null;
}) {
  const t = useWords(fieldWords);
  return <TextInput {...input} disabled value={value?.title ?? t('unseen')} />;
}
