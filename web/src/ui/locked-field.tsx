import { TextInput, type TextInputProps } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import classes from './locked-field.module.css';

/** A value that is shown among inputs and cannot be changed; the description says why. */
export function LockedField(
  props: Pick<TextInputProps, 'label' | 'description' | 'value' | 'size' | 'autoComplete'>,
) {
  return (
    <TextInput
      {...props}
      readOnly
      classNames={{ input: classes.input ?? '' }}
      rightSection={<IconLock size={16} stroke={1.7} aria-hidden />}
    />
  );
}
