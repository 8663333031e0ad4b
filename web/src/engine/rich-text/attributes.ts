import type { RichTextProps } from './rich-text-box.tsx';
import classes from './rich-text.module.css';

/** What the text is to a screen reader: a box with its label, its error and the person that Enter takes. */
export function attributesOf(
  { id, invalid = false, disabled = false, ...box }: RichTextProps,
  list: string,
  option: string | undefined,
): Record<string, string> {
  const label = box['aria-label'];
  const about = box['aria-describedby'];
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    class: `${classes.rich} ${classes.text}`,
    ...(id !== undefined && { id }),
    ...(label === undefined ? { 'aria-labelledby': `${id ?? ''}-label` } : { 'aria-label': label }),
    ...(about !== undefined && { 'aria-describedby': about }),
    ...(invalid && { 'aria-invalid': 'true' }),
    ...(disabled && { 'aria-disabled': 'true' }),
    ...(option !== undefined && {
      'aria-controls': list,
      'aria-activedescendant': option,
      // Escape closes the list, not the panel around the text.
      'data-mantine-stop-propagation': 'true',
    }),
  };
}
