import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Label } from '#shared/define.ts';
import type { SelectOption } from '#shared/fields/options.ts';
import { keys } from '#web/api/queries.ts';
import { get, send } from '#web/api/request.ts';

export interface FieldSetting {
  key: string;
  kind: string;
  label: Label;
  required?: boolean;
  unique?: boolean;
  options?: readonly SelectOption[];
  open?: boolean;
  to?: string;
  custom: boolean;
  archivedAt: string | null;
}

export interface ObjectSetting {
  key: string;
  path: string;
  label: Label;
  pluralLabel: Label;
  custom: boolean;
  changed: boolean;
  list: string[];
  archivedAt: string | null;
  fields: FieldSetting[];
}

export interface LayoutDefinition {
  facts?: string[];
  quickCreate?: string[];
  hidden?: string[];
  required?: string[];
}

interface Layouts {
  items: { role: string; definition: LayoutDefinition }[];
  derived: { facts: string[]; quickCreate: string[]; hidden: string[]; required: string[] };
}

const root = '/api/v1/settings/objects';

export const objectsQuery = queryOptions({
  queryKey: ['settings', 'objects'],
  queryFn: async ({ signal }) => (await get<{ items: ObjectSetting[] }>(root, signal)).items,
});

export const layoutsQuery = (object: string) =>
  queryOptions({
    queryKey: ['settings', 'layouts', object],
    queryFn: ({ signal }) => get<Layouts>(`${root}/${object}/layouts`, signal),
  });

interface Change {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Behind `/settings/objects`. */
  path: string;
  body?: unknown;
}

/** Changes objects, fields or layouts; every screen learns of it at once. */
export function useObjectChange(onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => send(method, `${root}${path}`, body),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['settings'] }),
        client.invalidateQueries({ queryKey: keys.model }),
      ]);
      onDone?.();
    },
  });
}
