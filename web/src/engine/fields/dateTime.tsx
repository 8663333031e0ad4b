import type { DateTimeField } from '#shared/fields/dateTime.ts';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useLanguage } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';

const show = (value: unknown, timeZone: string): string => {
  const instant = new Date(asText(value));
  return Number.isNaN(instant.getTime()) ? '' : formatDateTime(instant, timeZone);
};

/** An instant, shown and typed on the clock of the person. */
export const dateTime: FieldView<DateTimeField> = {
  width: 148,
  groupable: true,
  timed: true,
  Show: function Show({ value }) {
    const { timeZone } = useLanguage();
    return show(value, timeZone);
  },
  toText: (value, _field, _language, timeZone) => show(value, timeZone),
};
