import { z } from 'zod';
import type { Label } from '../define.ts';
import { fold, nfc } from '../locale/text.ts';
import { accept, refuse, type Parsed, type Refusal, type TextStyle } from './kind.ts';
import { labelSchema } from './label.ts';

export interface SelectOption {
  value: string;
  label: Label;
  color?: string;
  /** Stays where it is and can be filtered by, but is not chosen any more. */
  archived?: boolean;
}

export interface ChoiceField {
  options: readonly SelectOption[];
  /** An import may add the values it finds. */
  open?: boolean;
}

/** Options of `select` and `multiSelect`. */
export const choiceOptions = z.strictObject({
  options: z
    .array(
      z.strictObject({
        value: z.string().regex(/^[a-z][A-Za-z0-9_]{0,39}$/),
        label: labelSchema,
        color: z
          .string()
          .regex(/^(?:[a-z]{3,12}|#[\da-f]{6})$/)
          .optional(),
        archived: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(200)
    .refine((options) => new Set(options.map(({ value }) => value)).size === options.length, {
      message: 'values must be distinct',
    }),
  open: z.boolean().optional(),
});

interface Index {
  byValue: ReadonlyMap<string, SelectOption>;
  byText: ReadonlyMap<string, SelectOption>;
  byFold: ReadonlyMap<string, SelectOption>;
}

const indexes = new WeakMap<readonly SelectOption[], Index>();

function indexOf({ options }: ChoiceField): Index {
  const known = indexes.get(options);
  if (known) return known;
  const byValue = new Map(options.map((option) => [option.value, option]));
  const byText = new Map<string, SelectOption>();
  const byFold = new Map<string, SelectOption>();
  for (const option of options) {
    for (const text of [option.value, option.label.vi, option.label.en]) {
      if (!byText.has(nfc(text))) byText.set(nfc(text), option);
      if (!byFold.has(fold(text))) byFold.set(fold(text), option);
    }
  }
  const index = { byValue, byText, byFold };
  indexes.set(options, index);
  return index;
}

export function parseOption(input: unknown, field: ChoiceField): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  if (input === '') return accept(null);
  return indexOf(field).byValue.has(input) ? accept(input) : refuse('notAnOption');
}

/** The value, or a label in either language; accents and case count only when they decide. */
export function findOption(text: string, field: ChoiceField): string | undefined {
  const { byValue, byText, byFold } = indexOf(field);
  const exact = nfc(text);
  return (byValue.get(exact) ?? byText.get(exact) ?? byFold.get(fold(text)))?.value;
}

/** The label, unless another option would be read from it. */
export function optionText(value: string, field: ChoiceField, { language }: TextStyle): string {
  const label = indexOf(field).byValue.get(value)?.label[language];
  return label !== undefined && findOption(label, field) === value ? label : value;
}

export const optionValues = ({ options }: ChoiceField): string[] =>
  options.map(({ value }) => value);

/** Archived options that were not there before. */
export const newlyArchived = (
  values: readonly string[],
  before: readonly string[],
  field: ChoiceField,
): readonly Refusal[] =>
  values.some((value) => !before.includes(value) && indexOf(field).byValue.get(value)?.archived)
    ? [{ code: 'notAnOption' }]
    : [];
