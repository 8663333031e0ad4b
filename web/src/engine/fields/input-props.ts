import type { Field } from '#shared/define.ts';
import type { EditProps } from './field-input.ts';
import { asReference } from './read-value.ts';

/** What every box takes from the field it stands for. */
export const inputProps = <F extends Field>(props: EditProps<F>) => ({
  ...(props.id !== undefined && { id: props.id }),
  ...(props['aria-label'] !== undefined && { 'aria-label': props['aria-label'] }),
  ...(props['aria-describedby'] !== undefined && { 'aria-describedby': props['aria-describedby'] }),
  error: props.invalid === true,
  autoFocus: props.autoFocus === true,
  // What a panel or dialog that opens gives the focus to.
  ...(props.autoFocus === true && { 'data-autofocus': true }),
  disabled: props.disabled === true,
});

/** What a group of buttons takes, which the label above cannot point at. */
export const groupProps = <F extends Field>(props: EditProps<F>) => ({
  ...(props['aria-label'] === undefined
    ? { 'aria-labelledby': `${props.id ?? ''}-label` }
    : { 'aria-label': props['aria-label'] }),
  ...(props['aria-describedby'] !== undefined && { 'aria-describedby': props['aria-describedby'] }),
});

/** What every picker of one thing takes from its field. */
export const pickerProps = <F extends Field>(props: EditProps<F>) => ({
  input: inputProps(props),
  value: asReference(props.value),
  onChange: props.onChange,
  clearable: props.field.required !== true,
  isInline: props.inline === true,
});
