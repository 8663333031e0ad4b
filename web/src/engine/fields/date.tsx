import type { DateField } from '#shared/fields/date.ts';
import { formatDate, parseDate } from '#shared/locale/date.ts';
import { useLanguage } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import { DateBox } from './date-box.tsx';
import { asText } from './read-value.ts';
import { readShortDate } from './short-date.ts';

/** Texts that are no day are what somebody is in the middle of typing. */
const show = (value: unknown): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(asText(value)) ? formatDate(asText(value)) : '';

export const date: FieldView<DateField> = {
  width: 112,
  Show: ({ value }) => show(value),
  Edit: function Edit(props) {
    const { timeZone } = useLanguage();
    return (
      <DateBox
        {...props}
        show={show}
        read={(text) => parseDate(text, 'dmy') ?? readShortDate(text, timeZone)}
        example="20/11"
        day={asText(props.value)}
        onDay={(day) => props.onChange(day)}
      />
    );
  },
  toText: show,
};
