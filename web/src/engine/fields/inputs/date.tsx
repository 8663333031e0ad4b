import type { DateField } from '#shared/fields/date.ts';
import { parseDate } from '#shared/locale/date.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { FieldInput } from '../field-input.ts';
import { fieldWords } from '../fields.words.ts';
import { asText } from '../read-value.ts';
import { DateBox } from './date-box.tsx';
import { readShortDate } from './short-date.ts';

export const date: FieldInput<DateField> = {
  Edit: function Edit(props) {
    const t = useWords(fieldWords);
    const { timeZone } = useLanguage();
    return (
      <DateBox
        {...props}
        read={(text) => parseDate(text, 'dmy') ?? readShortDate(text, timeZone)}
        hint={t('dateHint')}
        example="20/11"
        day={asText(props.value)}
        onDay={props.onChange}
      />
    );
  },
};
