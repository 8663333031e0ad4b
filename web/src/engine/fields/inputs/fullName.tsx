import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FullNameField } from '#shared/fields/fullName.ts';
import { splitName } from '#shared/locale/person-name.ts';
import { useWords } from '#web/words/language.tsx';
import type { EditProps, FieldInput } from '../field-input.ts';
import classes from '../fields.module.css';
import { fieldWords } from '../fields.words.ts';
import { fullOf, joinedOf, nameParts } from '../fullName.tsx';
import { inputProps } from '../input-props.ts';
import { partOf } from '../read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

/** A name given as one text is told apart as Vietnamese names are. */
const apart = (value: unknown): Record<(typeof nameParts)[number], string> =>
  joinedOf(value) === ''
    ? splitName(fullOf(value))
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
  const type = (part: (typeof nameParts)[number], text: string) => {
    const next = { ...name, [part]: text };
    onChange(joinedOf(next) === '' ? null : next);
  };
  return (
    <div className={classes.stack}>
      {isSplit ? (
        <div className={classes.triple}>
          {nameParts.map((part, at) => (
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
          value={value}
          show={fullOf}
          read={(text) => text}
          onChange={onChange}
        />
      )}
      {!inline && (hasParts || isSplit) && (
        <span className={classes.beneath}>
          {!isSplit &&
            nameParts
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

export const fullName: FieldInput<FullNameField> = { Edit: NameEdit };
