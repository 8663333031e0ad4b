import { roleNamesQuery } from '#web/api/people.ts';
import { ListedPicker, type ListedProps } from './listed-picker.tsx';

export const RolePicker = (props: ListedProps) => (
  <ListedPicker query={roleNamesQuery} {...props} />
);
