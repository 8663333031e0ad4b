import type { Field } from '#shared/define.ts';
import type { Language } from '#shared/messages/language.ts';
import { useLanguage } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { inputProps } from './input-props.ts';
import { TypedEdit } from './typed-edit.tsx';

interface Options<F extends Field> {
  width?: number;
  show(value: unknown, language: Language, field: F): string;
  /** Undefined: not understood. */
  read(text: string, language: Language): unknown;
  /** A value as one might type it, told when something else was. */
  example: string;
}

/** Kinds whose value is a figure: right, on one advance, typed as people write it. */
export function figureView<F extends Field>({
  width = 120,
  show,
  read,
  example,
}: Options<F>): FieldView<F> {
  return {
    width,
    align: 'right',
    summable: true,
    Show: function Show({ value, field }) {
      const { language } = useLanguage();
      return <span className={classes.figure}>{show(value, language, field)}</span>;
    },
    Edit: function Edit(props) {
      const { language } = useLanguage();
      return (
        <TypedEdit
          {...inputProps(props)}
          inputMode="decimal"
          classNames={{ input: classes.figureInput ?? '' }}
          value={props.value}
          show={(value) => show(value, language, props.field)}
          read={(text) => read(text, language)}
          example={example}
          onChange={props.onChange}
        />
      );
    },
    toText: (value, field, language) => show(value, language, field),
  };
}
