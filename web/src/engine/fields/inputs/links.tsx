import type { LinksField } from '#shared/fields/links.ts';
import { readLink } from '#shared/record-link.ts';
import type { FieldInput } from '../field-input.ts';
import { inputProps } from '../input-props.ts';
import { asLinks } from '../links.tsx';
import { asReference, orNull } from '../read-value.ts';
import { LinkPicker } from './link-picker.tsx';
import { PickedMany } from './picked-many.tsx';

export const links: FieldInput<LinksField> = {
  Edit: (props) => (
    <PickedMany
      items={asLinks(props.value)}
      onChange={(next) =>
        props.onChange(orNull(next.map(({ id, title }) => ({ ...readLink(id), title }))))
      }
      picker={(chosen, add) => (
        <LinkPicker input={inputProps(props)} without={chosen} onChoose={add} />
      )}
    />
  ),
  Operand: (props) => (
    <LinkPicker
      input={inputProps(props)}
      value={asReference(props.value)}
      onChoose={props.onChange}
    />
  ),
};
