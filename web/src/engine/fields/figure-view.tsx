import type { Field } from '#shared/define.ts';
import type { Language } from '#shared/messages/language.ts';
import { useLanguage } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';

interface Options<F extends Field> {
  width?: number;
  show(value: unknown, language: Language, field: F): string;
}

/** Kinds whose value is a figure: right, on one advance. */
export function figureView<F extends Field>({ width = 120, show }: Options<F>): FieldView<F> {
  return {
    width,
    align: 'right',
    summable: true,
    Show: function Show({ value, field, place }) {
      const { language } = useLanguage();
      const text = show(value, language, field);
      // Among facts it stands alone, as in a sentence.
      return place === 'page' ? text : <span className={classes.figure}>{text}</span>;
    },
    toText: (value, field, language) => show(value, language, field),
  };
}
