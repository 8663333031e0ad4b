import { teamsQuery } from '#web/api/people.ts';
import { ListedPicker, type ListedProps } from './listed-picker.tsx';

export const TeamPicker = (props: ListedProps) => <ListedPicker query={teamsQuery} {...props} />;
