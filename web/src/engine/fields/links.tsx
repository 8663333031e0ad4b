import { Link } from '@tanstack/react-router';
import { readLink, writeLink } from '#shared/record-link.ts';
import type { LinksField } from '#shared/fields/links.ts';
import type { Reference } from '#web/api/records.ts';
import { useModel } from '../model.ts';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { inputProps } from './input-props.ts';
import { LinkPicker } from './link-picker.tsx';
import { PickedList } from './picked-list.tsx';
import { asReference, asText } from './read-value.ts';

/** References whose id is the pair as one text. */
const asLinks = (value: unknown): Reference[] =>
  Array.isArray(value)
    ? value.flatMap((each: { object?: unknown; id?: unknown; title?: unknown } | null) =>
        typeof each?.object === 'string' && typeof each.id === 'string'
          ? { id: writeLink({ object: each.object, id: each.id }), title: asText(each.title) }
          : [],
      )
    : [];

const asValue = (all: readonly Reference[]) =>
  all.length > 0 ? all.map(({ id, title }) => ({ ...readLink(id), title })) : null;

const say = (value: unknown) =>
  asLinks(value)
    .map(({ title }) => title ?? '')
    .filter(Boolean)
    .join(', ');

export const links: FieldView<LinksField> = {
  width: 200,
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
  Edit: (props) => {
    const all = asLinks(props.value);
    const set = (next: readonly Reference[]) => props.onChange(asValue(next));
    return (
      <div className={classes.stack}>
        <PickedList items={all} onRemove={(id) => set(all.filter((each) => each.id !== id))} />
        <LinkPicker
          input={inputProps(props)}
          without={all.map(({ id }) => id)}
          onChoose={(chosen) => set([...all, chosen])}
        />
      </div>
    );
  },
  Operand: (props) => (
    <LinkPicker
      input={inputProps(props)}
      value={asReference(props.value)}
      onChoose={props.onChange}
    />
  ),
  toInput: (value) => asLinks(value).map(({ id }) => id),
  toText: say,
};
