import type { Field } from '#shared/define.ts';
import type { FieldView } from './field-view.ts';
import { inputProps } from './input-props.ts';
import { asText } from './read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

interface Options {
  width?: number;
  type?: 'text' | 'email' | 'tel' | 'url';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
}

/** Kinds whose value is one line of text. */
export function textView<F extends Field>({
  width = 180,
  inputMode = 'text',
}: Options = {}): FieldView<F> {
  return {
    width,
    Show: ({ value }) => asText(value),
    Edit: (props) => (
      <TypedEdit
        {...inputProps(props)}
        inputMode={inputMode}
        value={props.value}
        show={asText}
        read={(text) => text}
        onChange={props.onChange}
      />
    ),
    toText: asText,
  };
}
