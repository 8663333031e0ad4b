import { Input } from '@mantine/core';
import { useId } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import { useLabel } from '#web/words/language.tsx';
import classes from './fields.module.css';
import { fieldView } from './index.ts';
import { fieldInput } from './inputs/index.ts';

interface Props {
  field: ScreenField;
  value: unknown;
  onChange(value: unknown): void;
  error?: string | undefined;
  /** In place of the field's own; `false` for none, when a label stands elsewhere. */
  label?: string | false;
  autoFocus?: boolean;
  disabled?: boolean;
  inline?: boolean;
}

/** A value as it is written: label above, hint and error under it. */
export function FieldEdit(props: Props) {
  const { field, value, onChange, error, label, autoFocus, disabled, inline } = props;
  const say = useLabel();
  const id = useId();
  const { Edit } = fieldInput(field);
  const { beside: standsBeside } = fieldView(field);
  const name = label === undefined || label === false ? say(field.label) : label;
  const hasLabel = label !== false && inline !== true;
  const beside = hasLabel && standsBeside === true;
  const help = field.help === undefined ? undefined : say(field.help);
  const about = [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`]
    .filter((each) => each !== false)
    .join(' ');
  const edit = (
    <Edit
      field={field}
      value={value ?? null}
      onChange={onChange}
      id={id}
      {...(!hasLabel && { 'aria-label': name })}
      {...(about !== '' && { 'aria-describedby': about })}
      invalid={error !== undefined}
      autoFocus={autoFocus === true}
      disabled={disabled === true}
      inline={inline === true}
    />
  );
  if (inline === true) return edit;
  return (
    <Input.Wrapper
      id={id}
      {...(hasLabel && !beside && { label: name })}
      required={field.required === true}
      data-field={field.key}
    >
      {beside ? (
        <div className={classes.beside}>
          {edit}
          <label htmlFor={id}>{name}</label>
        </div>
      ) : (
        edit
      )}
      {error !== undefined && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
      {/* Behind the error, where it stays: what is right is asked for most by whoever had it wrong. */}
      {help !== undefined && <Input.Description id={`${id}-help`}>{help}</Input.Description>}
    </Input.Wrapper>
  );
}
