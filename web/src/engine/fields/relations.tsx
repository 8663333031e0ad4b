import { Link } from '@tanstack/react-router';
import type { RelationsField } from '#shared/fields/relations.ts';
import { useObject } from '../model.ts';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { asReferences, titlesOf } from './read-value.ts';

const say = (value: unknown): string => titlesOf(asReferences(value));

export const relations: FieldView<RelationsField> = {
  width: 200,
  several: true,
  followed: true,
  Show: function Show({ value, field, place }) {
    const object = useObject({ key: field.to });
    if (place !== 'page' || !object) return say(value);
    return (
      <span className={classes.stack}>
        {asReferences(value).map(({ id, title }) => (
          <Link
            key={id}
            className={classes.link ?? ''}
            to="/$objects/$id"
            params={{ objects: object.path, id }}
          >
            {title}
          </Link>
        ))}
      </span>
    );
  },
  toInput: (value) => asReferences(value).map(({ id }) => id),
  toText: say,
};
