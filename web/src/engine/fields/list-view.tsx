import type { Field } from '#shared/define.ts';
import { ActingLink } from './acting-link.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { asTexts } from './read-value.ts';

interface Options {
  width: number;
  scheme: 'tel:' | 'mailto:';
  show(text: string): string;
}

/** Kinds whose value is a list of short texts. */
export function listView<F extends Field>({ width, scheme, show }: Options): FieldView<F> {
  return {
    width,
    several: true,
    followed: true,
    Show: ({ value, place }) => {
      const all = asTexts(value);
      if (place !== 'page')
        return (
          <span className={classes.cut}>
            {show(all[0] ?? '')}
            {all.length > 1 && ` +${all.length - 1}`}
          </span>
        );
      return (
        <span className={classes.stack}>
          {all.map((each) => (
            <ActingLink key={each} scheme={scheme} target={each} place="page">
              {show(each)}
            </ActingLink>
          ))}
        </span>
      );
    },
    toText: (value) => asTexts(value).map(show).join(', '),
  };
}
