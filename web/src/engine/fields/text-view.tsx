import type { Field } from '#shared/define.ts';
import type { FieldView } from './field-view.ts';
import { inputProps } from './input-props.ts';
import { asText } from './read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

interface Options {
  width?: number;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  /** What was typed, as people write it. */
  show?(text: string): string;
}

/** Kinds whose value is one line of text. */
export function textView<F extends Field>({
  width = 180,
  inputMode = 'text',
  show = (text) => text,
}: Options = {}): FieldView<F> {
  return {
    width,
    Show: ({ value }) => show(asText(value)),
    Edit: (props) => (
      <TypedEdit
        {...inputProps(props)}
        inputMode={inputMode}
        value={props.value}
        show={(value) => show(asText(value))}
        read={(text) => text}
        onChange={props.onChange}
      />
    ),
    toText: (value) => show(asText(value)),
  };
}
