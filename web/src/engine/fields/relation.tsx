import { Link } from '@tanstack/react-router';
import type { RelationField } from '#shared/fields/relation.ts';
import { CompanyName } from '#web/ui/company-name.tsx';
import { useObject } from '../model.ts';
import { useWords } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import { asReference } from './read-value.ts';

/** In a column as wide as those of relations begin, or on a card. */
const lettersInCell = 22;

export const relation: FieldView<RelationField> = {
  width: 180,
  groupable: true,
  followed: true,
  Show: function Show({ value, field, place }) {
    const object = useObject({ key: field.to });
    const t = useWords(fieldWords);
    const reference = asReference(value);
    if (!reference) return null;
    if (reference.title === null) return <span className={classes.unseen}>{t('unseen')}</span>;
    if (place !== 'page' || !object)
      return <CompanyName name={reference.title} room={lettersInCell} />;
    return (
      <Link
        className={classes.link ?? ''}
        to="/$objects/$id"
        params={{ objects: object.path, id: reference.id }}
      >
        {reference.title}
      </Link>
    );
  },
  toInput: (value) => asReference(value)?.id ?? null,
  toText: (value) => asReference(value)?.title ?? '',
};
