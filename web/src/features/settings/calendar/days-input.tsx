import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { DayOverride } from '#shared/calendar/days-of.ts';
import { formatDate } from '#shared/locale/date.ts';
import { DayBox } from '#web/engine/fields/day-box.tsx';
import { useWords } from '#web/words/language.tsx';
import { calendarSettingsWords } from './calendar-settings.words.ts';
import classes from './calendar-settings.module.css';

interface Props {
  value: readonly DayOverride[];
  onChange(days: readonly DayOverride[]): void;
}

/** Days that are off, or worked, other than is usual. */
export function DaysInput({ value, onChange }: Props) {
  const t = useWords(calendarSettingsWords);
  return (
    <div>
      {value.map((each, i) => {
        const change = (part: Partial<DayOverride>) =>
          onChange(value.with(i, { ...each, ...part }));
        return (
          // oxlint-disable-next-line react/no-array-index-key -- dates are being typed
          <div key={i} className={classes.single}>
            <DayBox label={t('date')} value={each.date} onChange={(date) => change({ date })} />
            <Select
              aria-label={t('kindOfDay')}
              allowDeselect={false}
              value={each.off ? 'off' : 'on'}
              data={[
                { value: 'off', label: t('dayOff') },
                { value: 'on', label: t('dayOn') },
              ]}
              onChange={(chosen) => change({ off: chosen !== 'on' })}
            />
            <TextInput
              aria-label={t('name')}
              placeholder={t('name')}
              value={each.name ?? ''}
              onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            />
            <ActionIcon
              aria-label={t('removeDay', { date: formatDate(each.date) })}
              onClick={() => onChange(value.toSpliced(i, 1))}
            >
              <IconX size={16} stroke={1.7} />
            </ActionIcon>
          </div>
        );
      })}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.7} />}
        onClick={() => onChange([...value, { date: '', off: true }])}
      >
        {t('addDay')}
      </Button>
    </div>
  );
}

/** As it is sent: days that are named at all, a name only where there is one. */
export const givenDays = (days: readonly DayOverride[]): DayOverride[] =>
  days
    .filter(({ date }) => date !== '')
    .map(({ date, off, name = '' }) => ({
      date,
      off,
      ...(name.trim() !== '' && { name: name.trim() }),
    }));
