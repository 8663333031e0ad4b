import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FullNameField } from '#shared/fields/fullName.ts';
import { splitName } from '#shared/locale/person-name.ts';
import { useWords } from '#web/words/language.tsx';
import type { EditProps, FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import { inputProps } from './input-props.ts';
import { asText, partOf } from './read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

const parts = ['family', 'middle', 'given'] as const;

const joined = (value: unknown): string => {
  const words = parts.map((part) => partOf(value, part)).filter((word) => word !== '');
  return words.join(' ');
};

/** The name in one text; parts that are being typed have none yet. */
const full = (value: unknown): string => partOf(value, 'full') || asText(value) || joined(value);

/** A name given as one text is told apart as Vietnamese names are. */
const apart = (value: unknown): Record<(typeof parts)[number], string> =>
  joined(value) === ''
    ? splitName(full(value))
    : {
        family: partOf(value, 'family'),
        middle: partOf(value, 'middle'),
        given: partOf(value, 'given'),
      };

/** Typed as one name; its parts are shown, and typed apart when they are not the usual ones. */
function NameEdit(props: EditProps<FullNameField>) {
  const t = useWords(fieldWords);
  const [isSplit, setSplit] = useState(false);
  const { value, onChange, inline = false } = props;
  const name = apart(value);
  const hasParts = Object.values(name).filter((part) => part !== '').length > 1;
  const type = (part: (typeof parts)[number], text: string) => {
    const next = { ...name, [part]: text };
    onChange(joined(next) === '' ? null : next);
  };
  return (
    <div className={classes.stack}>
      {isSplit ? (
        <div className={classes.triple}>
          {parts.map((part, at) => (
            <TextInput
              key={part}
              {...inputProps(props)}
              {...(at > 0 && { id: undefined, autoFocus: false })}
              aria-label={t(part)}
              placeholder={t(part)}
              autoComplete="off"
              value={name[part]}
              onChange={(event) => type(part, event.currentTarget.value)}
            />
          ))}
        </div>
      ) : (
        <TypedEdit
          {...inputProps(props)}
          autoComplete="off"
          value={value}
          show={full}
          read={(text) => text}
          onChange={onChange}
        />
      )}
      {!inline && (hasParts || isSplit) && (
        <span className={classes.beneath}>
          {!isSplit &&
            parts
              .map((part) => name[part])
              .filter(Boolean)
              .join(' · ')}
          <Button variant="transparent" size="compact-xs" onClick={() => setSplit(!isSplit)}>
            {t(isSplit ? 'joinName' : 'splitName')}
          </Button>
        </span>
      )}
    </div>
  );
}

export const fullName: FieldView<FullNameField> = {
  width: 180,
  Show: ({ value }) => full(value),
  Edit: NameEdit,
  toText: full,
};
