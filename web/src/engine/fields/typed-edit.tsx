import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: unknown;
  /** How a value looks in the box. */
  show(value: unknown): string;
  /** What a text means; undefined when it means nothing (yet), and then the server says why. */
  read(text: string): unknown;
  onChange(value: unknown): void;
}

/** A box in which a value is typed: as it was typed while one is in it, in its own form afterwards. */
export function TypedEdit({ value, show, read, onChange, onBlur, ...input }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (typeof value === 'string' ? shownOrRaw(show, value) : show(value));
  return (
    <TextInput
      {...input}
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        onChange(next.trim() === '' ? null : (read(next) ?? next));
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}

/** What was typed and not understood stays as it is. */
const shownOrRaw = (show: (value: unknown) => string, value: string): string =>
  show(value) || value;
