import { ActionIcon, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import type { Field } from '#shared/define.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { EditProps } from '../field-input.ts';
import { fieldWords } from '../fields.words.ts';
import { inputProps } from '../input-props.ts';
import { fieldView } from '../view-registry.ts';
import { TypedEdit } from './typed-edit.tsx';

const load = () => import('./calendar.tsx');

interface Props<F extends Field> extends EditProps<F> {
  read(text: string): unknown;
  example: string;
  hint: string;
  /** The day in the box, YYYY-MM-DD, or nothing. */
  day: string;
  onDay(day: string): void;
}

/** A day that is typed, or picked from a calendar that is loaded when it is asked for. */
export function DateBox<F extends Field>({ read, example, hint, day, onDay, ...props }: Props<F>) {
  const t = useWords(fieldWords);
  const { language, timeZone } = useLanguage();
  const { toText } = fieldView(props.field);
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  const toggle = async () => {
    // Opened when it is there: an empty one would stand in the wrong place and take no focus.
    const found = loaded ?? (await load().catch(() => null));
    setLoaded(found);
    setOpen(found !== null && !isOpen);
  };
  const calendar = (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={t('pickDate')}
          disabled={props.disabled === true}
          onClick={() => void toggle()}
          onPointerEnter={() => void load().catch(() => null)}
        >
          <IconCalendar size={16} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        {loaded && (
          <loaded.Calendar
            day={day}
            onDay={(picked) => {
              onDay(picked);
              setOpen(false);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TypedEdit
      {...inputProps(props)}
      placeholder={hint}
      value={props.value}
      show={(value) => toText(value, props.field, language, timeZone)}
      read={read}
      onChange={props.onChange}
      example={example}
      rightSection={calendar}
    />
  );
}
