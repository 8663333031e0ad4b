import type { Field } from '#shared/define.ts';
import type { Language } from '#shared/messages/language.ts';
import { useLanguage } from '#web/words/language.tsx';
import type { FieldInput } from '../field-input.ts';
import classes from '../fields.module.css';
import { inputProps } from '../input-props.ts';
import { fieldView } from '../view-registry.ts';
import { TypedEdit } from './typed-edit.tsx';

interface Options {
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  /** Undefined: not understood. Without it the text is the value. */
  read?(text: string, language: Language): unknown;
  /** A value as one might type it, told when something else was. */
  example?: string;
}

/** Kinds whose value is typed into one box: it stands there as the kind says it in text. */
export function typedInput<F extends Field>({
  inputMode = 'text',
  read = (text) => text,
  example,
}: Options = {}): FieldInput<F> {
  return {
    Edit: function Edit(props) {
      const { language, timeZone } = useLanguage();
      const { toText, align } = fieldView(props.field);
      return (
        <TypedEdit
          {...inputProps(props)}
          inputMode={inputMode}
          {...(align === 'right' && { classNames: { input: classes.figureInput ?? '' } })}
          value={props.value}
          show={(value) => toText(value, props.field, language, timeZone)}
          read={(text) => read(text, language)}
          {...(example !== undefined && { example })}
          onChange={props.onChange}
        />
      );
    },
  };
}
