import { queryOptions } from '@tanstack/react-query';
import { address, get } from '#web/api/request.ts';
import type { ScreenField, ScreenModel, ScreenObject } from '#web/api/model.ts';

export interface CountedTag {
  id: string;
  /** `account.preferences`. */
  field: string;
  name: string;
  /** Records that carry it. */
  count: number;
}

export interface TagField {
  /** `account.preferences`. */
  name: string;
  /** The same in the address of a page: what has a dot there is a file. */
  place: string;
  object: ScreenObject;
  field: ScreenField;
}

export interface TagCounts {
  items: CountedTag[];
  /** False: there are more than are told. */
  complete: boolean;
}

export const tagsKey = ['settings', 'tags'] as const;

export const tagsQuery = (field: string) =>
  queryOptions({
    queryKey: [...tagsKey, field],
    queryFn: ({ signal }) => get<TagCounts>(address('tags/counts', { field }), signal),
  });

/** Every field of the company that takes tags. */
export const tagFieldsOf = ({ objects }: ScreenModel): TagField[] =>
  objects.flatMap((object) =>
    object.fields
      .filter(({ kind }) => kind === 'tags')
      .map((field) => ({
        name: `${object.key}.${field.key}`,
        place: `${object.key}-${field.key}`,
        object,
        field,
      })),
  );
