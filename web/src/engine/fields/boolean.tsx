import { IconCheck } from '@tabler/icons-react';
import type { BooleanField } from '#shared/fields/boolean.ts';
import { say } from '#web/words/define-words.ts';
import { useWords } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import { fieldWords } from './fields.words.ts';

export const boolean: FieldView<BooleanField> = {
  width: 96,
  groupable: true,
  columns: () => [true, false],
  beside: true,
  Show: function Show({ value, place }) {
    const t = useWords(fieldWords);
    if (value === null || value === undefined) return null;
    if (place === 'page') return t(value === true ? 'yes' : 'no');
    return value === true ? <IconCheck size={16} stroke={1.7} aria-label={t('yes')} /> : null;
  },
  toText: (value, _field, language) =>
    value === true || value === false ? say(fieldWords, language, value ? 'yes' : 'no') : '',
};
