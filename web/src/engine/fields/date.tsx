import type { DateField } from '#shared/fields/date.ts';
import { formatDate, parseDate } from '#shared/locale/date.ts';
import { useLanguage } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import { DateBox } from './date-box.tsx';
import { asText } from './read-value.ts';
import { readShortDate } from './short-date.ts';

export const date: FieldView<DateField> = {
  width: 112,
  Show: ({ value }) => formatDate(asText(value)),
  Edit: function Edit(props) {
    const { timeZone } = useLanguage();
    return (
      <DateBox
        {...props}
        show={(value) => formatDate(asText(value))}
        read={(text) => parseDate(text, 'dmy') ?? readShortDate(text, timeZone)}
        day={asText(props.value)}
        onDay={(day) => props.onChange(day)}
      />
    );
  },
  toText: (value) => formatDate(asText(value)),
};
