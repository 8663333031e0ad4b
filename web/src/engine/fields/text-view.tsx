import type { Field } from '#shared/define.ts';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';

interface Options {
  width?: number;
  /** What was typed, as people write it. */
  show?(text: string): string;
}

/** Kinds whose value is one line of text. */
export function textView<F extends Field>({
  width = 180,
  show = (text) => text,
}: Options = {}): FieldView<F> {
  const toText = (value: unknown) => show(asText(value));
  return { width, Show: ({ value }) => toText(value), toText };
}
