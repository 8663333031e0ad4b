import { ActionIcon, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Field } from '#shared/define.ts';
import { useWords } from '#web/words/language.tsx';
import type { EditProps } from './field-view.ts';
import { fieldWords } from './fields.words.ts';
import { inputProps } from './input-props.ts';
import { TypedEdit } from './typed-edit.tsx';

const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }));

interface Props<F extends Field> extends EditProps<F> {
  show(value: unknown): string;
  read(text: string): unknown;
  example: string;
  /** The day in the box, YYYY-MM-DD, or nothing. */
  day: string;
  onDay(day: string): void;
}

/** A day that is typed, or picked from a calendar that is loaded when it is asked for. */
export function DateBox<F extends Field>({ show, read, example, day, onDay, ...props }: Props<F>) {
  const t = useWords(fieldWords);
  const [isOpen, setOpen] = useState(false);
  const calendar = (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={t('pickDate')}
          disabled={props.disabled === true}
          onClick={() => setOpen(!isOpen)}
        >
          <IconCalendar size={16} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>
          <Calendar
            day={day}
            onDay={(picked) => {
              onDay(picked);
              setOpen(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TypedEdit
      {...inputProps(props)}
      placeholder={t('dateHint')}
      value={props.value}
      show={show}
      read={read}
      onChange={props.onChange}
      example={example}
      rightSection={calendar}
    />
  );
}
