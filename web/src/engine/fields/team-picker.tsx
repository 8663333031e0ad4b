import { useQueryClient } from '@tanstack/react-query';
import { fold } from '#shared/locale/text.ts';
import { teamsQuery } from '#web/api/people.ts';
import type { Reference } from '#web/api/records.ts';
import type { inputProps } from './input-props.ts';
import { Picker } from './picker.tsx';

interface Props {
  value: Reference | null;
  onChange(value: Reference | null): void;
  input?: Partial<ReturnType<typeof inputProps>>;
  clearable?: boolean;
  isInline?: boolean;
}

export function TeamPicker({
  value,
  onChange,
  input = {},
  clearable = true,
  isInline = false,
}: Props) {
  const client = useQueryClient();
  return (
    <Picker
      input={input}
      value={value}
      onChange={onChange}
      clearable={clearable}
      isInline={isInline}
      source={['teams']}
      find={async (q) => {
        const { items } = await client.fetchQuery(teamsQuery);
        const wanted = fold(q);
        return items
          .filter(({ name }) => fold(name).includes(wanted))
          .map(({ id, name }) => ({ id, title: name }));
      }}
    />
  );
}
