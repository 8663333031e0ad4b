import type { Field } from '#shared/define.ts';
import type { FieldInput } from '../field-input.ts';
import { unknownView } from '../unknown-view.tsx';

/** Kinds that a newer server has, and values only programs write: to be read, never changed. */
export const unknown: FieldInput<Field> = {
  Edit: ({ value, field }) => <unknownView.Show value={value} field={field} place="page" />,
};
