import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TagsField } from '#shared/fields/tags.ts';
import { address, get } from '#web/api/request.ts';
import type { FieldInput } from '../field-input.ts';
import { useFieldOwner } from '../field-owner.tsx';
import { inputProps } from '../input-props.ts';
import { asTexts, orNull } from '../read-value.ts';

export const tags: FieldInput<TagsField> = {
  Edit: function Edit(props) {
    const object = useFieldOwner();
    const [typed, setTyped] = useState('');
    const [q] = useDebouncedValue(typed, 150);
    const { data } = useQuery({
      queryKey: ['tags', object, props.field.key, q],
      queryFn: ({ signal }) =>
        get<{ items: { name: string }[] }>(
          address('tags', { field: `${object}.${props.field.key}`, q }),
          signal,
        ),
      enabled: object !== undefined,
      staleTime: 30_000,
      placeholderData: (before) => before,
    });
    return (
      <TagsInput
        {...inputProps(props)}
        data={[...new Set(data?.items.map(({ name }) => name))]}
        value={asTexts(props.value)}
        searchValue={typed}
        onSearchChange={setTyped}
        // The server knows tags without their accents too.
        filter={({ options }) => options}
        onChange={(next) => props.onChange(orNull(next))}
        acceptValueOnBlur
      />
    );
  },
};
