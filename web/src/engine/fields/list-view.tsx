import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Field } from '#shared/define.ts';
import { useWords } from '#web/words/language.tsx';
import { ActingLink } from './acting-link.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import { inputProps } from './input-props.ts';
import { asTexts } from './read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

interface Options {
  width: number;
  inputMode: 'tel' | 'email';
  scheme: 'tel:' | 'mailto:';
  show(text: string): string;
}

/** Kinds whose value is a list of short texts, one box each. */
export function listView<F extends Field>({
  width,
  inputMode,
  scheme,
  show,
}: Options): FieldView<F> {
  return {
    width,
    Show: ({ value, place }) => {
      const all = asTexts(value);
      if (place !== 'page')
        return (
          <span className={classes.cut}>
            {show(all[0] ?? '')}
            {all.length > 1 && ` +${all.length - 1}`}
          </span>
        );
      return (
        <span className={classes.stack}>
          {all.map((each) => (
            <ActingLink key={each} scheme={scheme} target={each} place="page">
              {show(each)}
            </ActingLink>
          ))}
        </span>
      );
    },
    Edit: function Edit({ value, onChange, ...props }) {
      const t = useWords(fieldWords);
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
              {...(at > 0 && { id: undefined, autoFocus: false })}
              inputMode={inputMode}
              value={each}
              show={(text) => show(typeof text === 'string' ? text : '')}
              read={(text) => text}
              onChange={(text) => set(at, typeof text === 'string' ? text : '')}
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
      <TypedEdit
        {...inputProps(props)}
        inputMode={inputMode}
        value={props.value}
        show={(text) => show(typeof text === 'string' ? text : '')}
        read={(text) => text}
        onChange={props.onChange}
      />
    ),
    toText: (value) => asTexts(value).map(show).join(', '),
  };
}
