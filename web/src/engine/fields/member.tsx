import type { MemberField } from '#shared/fields/member.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { asReference } from './read-value.ts';

export const member: FieldView<MemberField> = {
  width: 180,
  groupable: true,
  columns: (_field, people) => people,
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
  toInput: (value) => asReference(value)?.id ?? null,
  toText: (value) => asReference(value)?.title ?? '',
};
