import type { RatingField } from '#shared/fields/rating.ts';
import { useWords } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';

export const mostStars = 5;

export const rating: FieldView<RatingField> = {
  width: 112,
  summable: true,
  groupable: true,
  columns: ({ max = mostStars }) => Array.from({ length: max }, (_, i) => max - i),
  Show: function Show({ value, field }) {
    const t = useWords(fieldWords);
    if (typeof value !== 'number') return null;
    const max = field.max ?? mostStars;
    return (
      <span className={classes.stars} role="img" aria-label={t('stars', { count: value, max })}>
        {'★'.repeat(value)}
        <span className={classes.dim}>{'★'.repeat(Math.max(0, max - value))}</span>
      </span>
    );
  },
  toText: (value) => (typeof value === 'number' ? String(value) : ''),
};
