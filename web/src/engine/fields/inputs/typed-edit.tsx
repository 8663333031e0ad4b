import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import classes from '../fields.module.css';
import { fieldWords } from '../fields.words.ts';
import { whenReleased } from './when-released.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: unknown;
  /** How a value looks in the box. */
  show(value: unknown): string;
  /** What a text means; undefined when it means nothing (yet), and then the server says why. */
  read(text: string): unknown;
  onChange(value: unknown): void;
  /** For kinds that are read here: what was understood is told while one types, and this when nothing was. */
  example?: string;
}

/** A box in which a value is typed: as it was typed while one is in it, in its own form afterwards. */
export function TypedEdit({ value, show, read, onChange, onBlur, example, ...input }: Props) {
  const t = useWords(fieldWords);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (typeof value === 'string' ? shownOrRaw(show, value) : show(value));
  const note =
    example === undefined
      ? undefined
      : noteOf({ typed, value, show, read, isWrong: input.error === true });
  return (
    <>
      <TextInput
        // What the browser remembers of other forms is about somebody else.
        autoComplete="off"
        {...input}
        {...(input.error === true &&
          input.rightSection === undefined && { rightSection: <StatusGlyph tone="bad" /> })}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          onChange(next.trim() === '' ? null : (read(next) ?? next));
        }}
        onBlur={(event) => {
          // Notes come and go with it.
          whenReleased(() => setTyped(null));
          onBlur?.(event);
        }}
      />
      {note !== undefined && (
        <span
          className={classes.hint}
          aria-live="polite"
          {...(note === 'unread' && input.error === true && { 'data-unread': true })}
        >
          {note === 'unread' ? t('notUnderstood', { text, example: example ?? '' }) : `= ${note}`}
        </span>
      )}
    </>
  );
}

/** What was typed and not understood stays as it is. */
const shownOrRaw = (show: (value: unknown) => string, value: string): string =>
  show(value) || value;

/** While one types, what it is taken for when that looks otherwise; once it was tried, that it was not understood. */
function noteOf({
  typed,
  value,
  show,
  read,
  isWrong,
}: Pick<Props, 'value' | 'show' | 'read'> & { typed: string | null; isWrong: boolean }):
  | string
  | undefined {
  if (typed === null || isWrong) {
    const isUnread = typeof value === 'string' && value !== '' && show(value) === '';
    if (isUnread || typed === null) return isUnread ? 'unread' : undefined;
  }
  const meant = read(typed);
  const shown = meant === undefined ? '' : show(meant);
  return shown === '' || shown === typed.trim() ? undefined : shown;
}
