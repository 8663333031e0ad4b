import type { MembersField } from '#shared/fields/members.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { asReferences, titlesOf } from './read-value.ts';

const say = (value: unknown): string => titlesOf(asReferences(value));

export const members: FieldView<MembersField> = {
  width: 200,
  chartable: true,
  several: true,
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
  toInput: (value) => asReferences(value).map(({ id }) => id),
  toText: say,
};
