import type { MembersField } from '#shared/fields/members.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { inputProps } from './input-props.ts';
import { MemberPicker } from './member-picker.tsx';
import { PickedList } from './picked-list.tsx';
import { asReferences } from './read-value.ts';

const say = (value: unknown) =>
  asReferences(value)
    .map(({ title }) => title ?? '')
    .filter(Boolean)
    .join(', ');

export const members: FieldView<MembersField> = {
  width: 200,
  Show: ({ value, place }) => {
    if (place !== 'page') return say(value);
    return (
      <span className={classes.stack}>
        {asReferences(value).map(({ id, title }) => (
          <span key={id} className={classes.who}>
            <Avatar name={title ?? ''} />
            <span className={classes.cut}>{title}</span>
          </span>
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
        <MemberPicker
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
