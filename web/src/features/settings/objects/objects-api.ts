import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Label, ObjectDefinition, ViewDefinition } from '#shared/define.ts';
import type { SelectOption } from '#shared/fields/options.ts';
import type { LayoutDefinition } from '#shared/page-layout.ts';
import { keys } from '#web/api/queries.ts';
import { get, send } from '#web/api/request.ts';

/** What is said of a field; options of its kind stand beside what every field has. */
export interface FieldSaid {
  label: Label;
  help?: Label | undefined;
  required?: boolean | undefined;
  unique?: boolean | undefined;
  default?: unknown;
  section?: string | undefined;
  importNames?: readonly string[] | undefined;
  options?: readonly SelectOption[] | undefined;
  to?: string | undefined;
  [option: string]: unknown;
}

export interface FieldSetting extends FieldSaid {
  key: string;
  kind: string;
  custom: boolean;
  changed: boolean;
  readOnly?: boolean;
  archivedAt: string | null;
  /** Of a declared field: what cannot be taken from it. */
  declared?: { required: boolean; options?: readonly string[] };
}

export interface ObjectSetting {
  key: string;
  path: string;
  label: Label;
  pluralLabel: Label;
  title: string;
  reach: ObjectDefinition['reach'];
  custom: boolean;
  changed: boolean;
  search: readonly string[];
  list: readonly string[];
  quickCreate: readonly string[];
  sections: Readonly<Record<string, Label>>;
  views: readonly ViewDefinition[];
  builtInViews: readonly ViewDefinition[];
  archivedAt: string | null;
  /** Another one when anybody has changed something of the object. */
  revision: string;
  fields: readonly FieldSetting[];
}

export interface LayoutSetting {
  role: string;
  definition: LayoutDefinition;
}

/** One option of a kind, as JSON Schema says it; `fixed` ones stay once the field is made. */
export interface KindOption {
  type?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  enum?: readonly string[];
  fixed?: boolean;
}

export interface KindSetting {
  kind: string;
  options: Readonly<Record<string, KindOption>>;
  required: readonly string[];
  can: { require: boolean; unique: boolean; search: boolean; default: boolean; title: boolean };
}

const settings = '/api/v1/settings';
const root = `${settings}/objects`;
const objectsKey = ['settings', 'objects'] as const;

/** Asked again with every version of the model: somebody else may have changed it. */
export const objectsQuery = (version: number) =>
  queryOptions({
    queryKey: [...objectsKey, version],
    queryFn: async ({ signal }) => (await get<{ items: ObjectSetting[] }>(root, signal)).items,
    placeholderData: keepPreviousData,
  });

export const layoutsQuery = (object: string, version: number) =>
  queryOptions({
    queryKey: ['settings', 'layouts', object, version],
    queryFn: async ({ signal }) =>
      (await get<{ items: LayoutSetting[] }>(`${root}/${object}/layouts`, signal)).items,
    placeholderData: keepPreviousData,
  });

export const kindsQuery = queryOptions({
  queryKey: ['settings', 'kinds'],
  queryFn: async ({ signal }) =>
    (await get<{ items: KindSetting[] }>(`${settings}/kinds`, signal)).items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whether a new object could be called so; fails with what is wrong. */
export const namesQuery = (key: string, path: string) =>
  queryOptions({
    queryKey: ['settings', 'names', key, path],
    queryFn: async ({ signal }) => {
      await get(`${settings}/names?${new URLSearchParams({ key, path })}`, signal);
      return true;
    },
    retry: false,
  });

interface Change {
  method: 'POST' | 'PUT' | 'DELETE';
  /** Behind `/settings/objects`. */
  path: string;
  body?: unknown;
}

/** Changes an object; every screen learns of it at once. */
export function useObjectChange<T = ObjectSetting>() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => send<T>(method, `${root}${path}`, body),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['settings'] }),
        client.invalidateQueries({ queryKey: keys.model }),
      ]),
  });
}
