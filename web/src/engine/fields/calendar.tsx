import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import { DatePicker } from '@mantine/dates';
import { useLanguage } from '#web/words/language.tsx';

/** A month to choose a day from; weeks begin on Monday. */
export function Calendar({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const { language } = useLanguage();
  const chosen = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
  return (
    <DatePicker
      locale={language}
      firstDayOfWeek={1}
      value={chosen}
      {...(chosen !== null && { defaultDate: chosen })}
      onChange={(picked) => {
        if (picked !== null) onDay(picked);
      }}
    />
  );
}
