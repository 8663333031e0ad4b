import { useQueryClient, type FetchQueryOptions } from '@tanstack/react-query';
import { fold } from '#shared/locale/text.ts';
import type { Reference } from '#web/api/records.ts';
import type { inputProps } from './input-props.ts';
import { Picker } from './picker.tsx';

export interface ListedProps {
  value: Reference | null;
  onChange(value: Reference | null): void;
  input?: Partial<ReturnType<typeof inputProps>>;
  clearable?: boolean;
  isInline?: boolean;
}

interface Named {
  items: { id: string; name: string }[];
}

interface Props<K extends readonly unknown[]> extends ListedProps {
  query: FetchQueryOptions<Named, Error, Named, K>;
}

/** One of a few that are all known by name. */
export function ListedPicker<const K extends readonly unknown[]>({
  query,
  input = {},
  clearable = true,
  isInline = false,
  ...rest
}: Props<K>) {
  const client = useQueryClient();
  return (
    <Picker
      {...rest}
      input={input}
      clearable={clearable}
      isInline={isInline}
      source={[...query.queryKey].map(String)}
      find={async (q) => {
        const { items } = await client.fetchQuery(query);
        const wanted = fold(q);
        return items
          .filter(({ name }) => fold(name).includes(wanted))
          .map(({ id, name }) => ({ id, title: name }));
      }}
    />
  );
}
