import { Rating } from '@mantine/core';
import type { RatingField } from '#shared/fields/rating.ts';
import type { FieldInput } from '../field-input.ts';
import { mostStars } from '../rating.tsx';

export const rating: FieldInput<RatingField> = {
  Edit: ({ value, field, onChange, disabled, ...props }) => (
    <Rating
      aria-label={props['aria-label']}
      count={field.max ?? mostStars}
      color="yellow"
      readOnly={disabled === true}
      value={typeof value === 'number' ? value : 0}
      onChange={(next) => onChange(next === value ? null : next)}
    />
  ),
};
