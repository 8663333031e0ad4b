import { Link } from '@tanstack/react-router';
import { readLink, writeLink } from '#shared/record-link.ts';
import type { LinksField } from '#shared/fields/links.ts';
import type { Reference } from '#web/api/records.ts';
import { useModel } from '../model.ts';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { asText, titlesOf } from './read-value.ts';

/** References whose id is the pair as one text. */
export const asLinks = (value: unknown): Reference[] =>
  Array.isArray(value)
    ? value.flatMap((each: { object?: unknown; id?: unknown; title?: unknown } | null) =>
        typeof each?.object === 'string' && typeof each.id === 'string'
          ? { id: writeLink({ object: each.object, id: each.id }), title: asText(each.title) }
          : [],
      )
    : [];

const say = (value: unknown): string => titlesOf(asLinks(value));

export const links: FieldView<LinksField> = {
  width: 200,
  several: true,
  followed: true,
  Show: function Show({ value, place }) {
    const { byKey } = useModel();
    if (place !== 'page') return say(value);
    return (
      <span className={classes.stack}>
        {asLinks(value).map(({ id: pair, title }) => {
          const { object, id } = readLink(pair);
          const path = byKey.get(object)?.path;
          return path ? (
            <Link
              key={pair}
              className={classes.link ?? ''}
              to="/$objects/$id"
              params={{ objects: path, id }}
            >
              {title}
            </Link>
          ) : (
            <span key={pair}>{title}</span>
          );
        })}
      </span>
    );
  },
  toInput: (value) => asLinks(value).map(({ id }) => id),
  toText: say,
};
