import type { MemberField } from '#shared/fields/member.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { inputProps } from './input-props.ts';
import { MemberPicker } from './member-picker.tsx';
import { asReference } from './read-value.ts';

export const member: FieldView<MemberField> = {
  width: 150,
  groupable: true,
  Show: ({ value }) => {
    const name = asReference(value)?.title;
    if (!name) return null;
    return (
      <span className={classes.who}>
        <Avatar name={name} />
        <span className={classes.cut}>{name}</span>
      </span>
    );
  },
  Edit: (props) => (
    <MemberPicker
      input={inputProps(props)}
      value={asReference(props.value)}
      onChange={props.onChange}
      clearable={props.field.required !== true}
      isInline={props.inline === true}
    />
  ),
  toInput: (value) => asReference(value)?.id ?? null,
  toText: (value) => asReference(value)?.title ?? '',
};
