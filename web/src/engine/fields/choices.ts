import type { ComboboxItem } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Label } from '#shared/define.ts';
import type { SelectOption } from '#shared/fields/options.ts';

/** Options that may be chosen: archived ones only where they already are. */
export const choicesOf = (
  { options }: { options: readonly SelectOption[] },
  chosen: readonly string[],
  label: (label: Label) => string,
): ComboboxItem[] =>
  options
    .filter(({ value, archived }) => archived !== true || chosen.includes(value))
    .map((option) => ({ value: option.value, label: label(option.label) }));

/** What is typed to find an option is about it: Enter neither sends the form nor closes the box. */
export function keepEnter(event: KeyboardEvent<HTMLInputElement>): void {
  const { value } = event.currentTarget;
  const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Enter' && isOpen && value !== '') event.preventDefault();
}
