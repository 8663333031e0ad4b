import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Field } from '#shared/define.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { FieldInput } from '../field-input.ts';
import classes from '../fields.module.css';
import { fieldWords } from '../fields.words.ts';
import { inputProps } from '../input-props.ts';
import { asText, asTexts } from '../read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

interface Options {
  inputMode: 'tel' | 'email';
  show(text: string): string;
}

/** Kinds whose value is a list of short texts, one box each. */
export function listInput<F extends Field>({ inputMode, show }: Options): FieldInput<F> {
  const typed = {
    inputMode,
    show: (text: unknown) => show(asText(text)),
    read: (text: string) => text,
  };
  return {
    Edit: function Edit({ value, onChange, ...props }) {
      const t = useWords(fieldWords);
      const label = useLabel();
      const all = asTexts(value);
      // One box more than there are values, when it was asked for or there are none.
      const [spare, setSpare] = useState(0);
      const boxes = [
        ...all,
        ...Array.from({ length: Math.max(spare, all.length === 0 ? 1 : 0) }, () => ''),
      ];
      const set = (at: number, text: string) => {
        const next = boxes.map((each, i) => (i === at ? text : each)).filter((each) => each !== '');
        if (at >= all.length) setSpare(0);
        onChange(next.length > 0 ? next : null);
      };
      return (
        <div className={classes.stack}>
          {boxes.map((each, at) => (
            <TypedEdit
              key={at}
              {...inputProps({ ...props, value: each, onChange })}
              {...(at > 0 && {
                id: undefined,
                autoFocus: false,
                'aria-label': `${label(props.field.label)} ${at + 1}`,
              })}
              {...typed}
              value={each}
              onChange={(text) => set(at, asText(text))}
              rightSection={
                boxes.length > 1 && (
                  <ActionIcon
                    aria-label={t('remove', { name: show(each) })}
                    onClick={() => (at < all.length ? set(at, '') : setSpare(spare - 1))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                )
              }
            />
          ))}
          {all.length > 0 && spare === 0 && (
            <Button
              variant="transparent"
              size="compact-xs"
              className={classes.another ?? ''}
              data-flush
              leftSection={<IconPlus size={14} />}
              onClick={() => setSpare(1)}
            >
              {t('addAnother')}
            </Button>
          )}
        </div>
      );
    },
    Operand: (props) => (
      <TypedEdit {...inputProps(props)} {...typed} value={props.value} onChange={props.onChange} />
    ),
  };
}
