import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { fieldWords } from '../fields.words.ts';

/** A month to choose a day from; weeks begin on Monday. */
export function Calendar({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const t = useWords(fieldWords);
  const { language, timeZone } = useLanguage();
  const chosen = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
  const [today] = useState(() => dateInZone(new Date(), timeZone));
  const first = chosen ?? today;
  return (
    <DatePicker
      locale={language}
      firstDayOfWeek={1}
      weekendDays={[]}
      hideOutsideDates
      ariaLabels={{
        previousMonth: t('previousMonth'),
        nextMonth: t('nextMonth'),
        previousYear: t('previousYear'),
        nextYear: t('nextYear'),
        previousDecade: t('previousYears'),
        nextDecade: t('nextYears'),
      }}
      value={chosen}
      defaultDate={first}
      getDayProps={(date) => (date === first ? { 'data-autofocus': true } : {})}
      onChange={(picked) => {
        if (picked !== null) onDay(picked);
      }}
    />
  );
}
