import { Link } from '@tanstack/react-router';
import type { RelationsField } from '#shared/fields/relations.ts';
import { useObject } from '../model.ts';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { inputProps } from './input-props.ts';
import { PickedList } from './picked-list.tsx';
import { asReferences } from './read-value.ts';
import { RecordPicker } from './record-picker.tsx';

const say = (value: unknown) =>
  asReferences(value)
    .map(({ title }) => title ?? '')
    .filter(Boolean)
    .join(', ');

export const relations: FieldView<RelationsField> = {
  width: 200,
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
  Edit: (props) => {
    const all = asReferences(props.value);
    const set = (next: typeof all) => props.onChange(next.length > 0 ? next : null);
    return (
      <div className={classes.stack}>
        <PickedList items={all} onRemove={(id) => set(all.filter((each) => each.id !== id))} />
        <RecordPicker
          objectKey={props.field.to}
          input={inputProps(props)}
          value={null}
          without={all.map(({ id }) => id)}
          onChange={(chosen) => {
            if (chosen) set([...all, chosen]);
          }}
        />
      </div>
    );
  },
  toInput: (value) => asReferences(value).map(({ id }) => id),
  toText: say,
};
