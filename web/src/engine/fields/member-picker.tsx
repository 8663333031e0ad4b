import { useQueryClient } from '@tanstack/react-query';
import { fold } from '#shared/locale/text.ts';
import type { Reference } from '#web/api/records.ts';
import { membersQuery } from '#web/api/people.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import type { inputProps } from './input-props.ts';
import { Picker } from './picker.tsx';

interface Props {
  value: Reference | null;
  onChange(value: Reference | null): void;
  input?: Partial<ReturnType<typeof inputProps>>;
  /** Not among the choices. */
  without?: readonly string[];
  clearable?: boolean;
  isInline?: boolean;
}

/** A colleague who is in; whoever left is shown where they are, but not chosen anew. */
export function MemberPicker({
  value,
  onChange,
  input = {},
  without = [],
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
      source={['members']}
      icon={({ title, picture }) => <Avatar name={title ?? ''} picture={picture ?? null} />}
      find={async (q) => {
        const { items } = await client.fetchQuery(membersQuery);
        const wanted = fold(q);
        return items
          .filter(
            ({ id, name, active, pending }) =>
              active && !pending && !without.includes(id) && fold(name).includes(wanted),
          )
          .map(({ id, name, picture }) => ({ id, title: name, picture }));
      }}
    />
  );
}
