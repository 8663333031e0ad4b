import type { FullNameField } from '#shared/fields/fullName.ts';
import { splitName } from '#shared/locale/person-name.ts';
import type { FieldView } from './field-view.ts';
import { inputProps } from './input-props.ts';
import { asText, partOf } from './read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

const full = (value: unknown): string => partOf(value, 'full') || asText(value);

/** Typed as one name; family, middle and given are told apart as Vietnamese names are. */
export const fullName: FieldView<FullNameField> = {
  width: 180,
  Show: ({ value }) => full(value),
  Edit: (props) => (
    <TypedEdit
      {...inputProps(props)}
      autoComplete="off"
      description={partsOf(full(props.value))}
      value={props.value}
      show={full}
      read={(text) => text}
      onChange={props.onChange}
    />
  ),
  toText: full,
};

function partsOf(name: string): string | undefined {
  const { family, middle, given } = splitName(name);
  const parts = [family, middle, given].filter(Boolean);
  return parts.length > 1 ? parts.join(' · ') : undefined;
}
