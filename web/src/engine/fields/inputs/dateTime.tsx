import type { DateTimeField } from '#shared/fields/dateTime.ts';
import { dateInZone, parseDateTime } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { dateTime as view } from '../dateTime.tsx';
import type { FieldInput } from '../field-input.ts';
import { fieldWords } from '../fields.words.ts';
import { asText } from '../read-value.ts';
import { DateBox } from './date-box.tsx';
import { readShortMoment } from './short-date.ts';

/** An instant, typed on the clock of the person. */
export const dateTime: FieldInput<DateTimeField> = {
  Edit: function Edit(props) {
    const t = useWords(fieldWords);
    const { language, timeZone } = useLanguage();
    const shown = view.toText(props.value, props.field, language, timeZone);
    const clock = shown === '' ? '00:00' : (shown.split(' ').at(-1) ?? '00:00');
    return (
      <DateBox
        {...props}
        read={(text) => parseDateTime(text, 'dmy', timeZone) ?? readShortMoment(text, timeZone)}
        hint={t('momentHint')}
        example="20/11/2026 14:30"
        day={shown === '' ? '' : dateInZone(new Date(asText(props.value)), timeZone)}
        onDay={(day) =>
          props.onChange(parseDateTime(`${formatDate(day)} ${clock}`, 'dmy', timeZone) ?? null)
        }
      />
    );
  },
};
