import type { DateTimeField } from '#shared/fields/dateTime.ts';
import { dateInZone, formatDateTime, parseDateTime } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import { useLanguage } from '#web/words/language.tsx';
import { DateBox } from './date-box.tsx';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';

const show = (value: unknown, timeZone: string): string => {
  const instant = new Date(asText(value));
  return Number.isNaN(instant.getTime()) ? '' : formatDateTime(instant, timeZone);
};

/** An instant, shown and typed on the clock of the person. */
export const dateTime: FieldView<DateTimeField> = {
  width: 140,
  Show: function Show({ value }) {
    const { timeZone } = useLanguage();
    return show(value, timeZone);
  },
  Edit: function Edit(props) {
    const { timeZone } = useLanguage();
    const shown = show(props.value, timeZone);
    return (
      <DateBox
        {...props}
        show={(value) => show(value, timeZone)}
        read={(text) => parseDateTime(text, 'dmy', timeZone)}
        example="20/11/2026 14:30"
        day={shown === '' ? '' : dateInZone(new Date(asText(props.value)), timeZone)}
        onDay={(day) => {
          const time = shown.split(' ').at(-1) ?? '00:00';
          const clock = shown === '' ? '00:00' : time;
          props.onChange(parseDateTime(`${formatDate(day)} ${clock}`, 'dmy', timeZone) ?? null);
        }}
      />
    );
  },
  toText: (value, _field, _language, timeZone) => show(value, timeZone),
};
