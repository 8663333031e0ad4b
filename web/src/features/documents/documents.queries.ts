import { queryOptions } from '@tanstack/react-query';
import type { Filter } from '#shared/filter.ts';
import { keys, listQuery } from '#web/api/queries.ts';
import type { ListQuery, Reference } from '#web/api/records.ts';
import { address, get } from '#web/api/request.ts';
import type { DocumentFile } from './entry.ts';

const page = 100;

/** At the top stands what lies in no folder, and what lies in one that may not be seen. */
const within = (field: 'parent' | 'folder', folder: string | undefined): Filter =>
  folder === undefined
    ? { not: { field: `${field}.name`, op: 'isNotEmpty' } }
    : { field, op: 'eq', value: folder };

interface Wanted {
  folder: string | undefined;
  q: string;
  sort: string;
}

/** Searching looks everywhere; without words, what lies in the folder is shown. */
const queryFor = (field: 'parent' | 'folder', { folder, q, sort }: Wanted): ListQuery => ({
  ...(q === '' ? { where: within(field, folder) } : { q }),
  sort,
  limit: page,
});

export const foldersQuery = (wanted: Wanted) => listQuery('folders', queryFor('parent', wanted));
export const documentsQuery = (wanted: Wanted) =>
  listQuery('documents', queryFor('folder', wanted));

interface Items<T> {
  items: T[];
}

const around = <T>(path: string, id: string, what: string) =>
  queryOptions({
    queryKey: keys.around(path, id, what),
    queryFn: ({ signal }) => get<T>(address(`${path}/${id}/${what}`), signal),
    staleTime: 15_000,
  });

export const pathQuery = (folder: string) =>
  around<Items<{ id: string; name: string }>>('folders', folder, 'path');

export interface Version {
  number: number;
  file: DocumentFile;
  note: string | null;
  createdAt: string;
  createdBy: Reference | null;
}
export const versionsQuery = (id: string) => around<Items<Version>>('documents', id, 'versions');

export interface Opening {
  at: string;
  way: 'preview' | 'download';
  member: Reference | null;
  linkId: string | null;
  version: number | null;
}
export const openingsQuery = (id: string) => around<Items<Opening>>('documents', id, 'openings');

export interface PublicLink {
  id: string;
  name: string | null;
  hasPassword: boolean;
  expiresAt: string | null;
  visits: number;
  visitedAt: string | null;
}
export const linksQuery = (id: string) => around<Items<PublicLink>>('documents', id, 'links');

export interface Words {
  state: 'waiting' | 'done' | 'none' | 'failed';
  text: string;
}
/** Asked again while the file is still being read. */
export const textQuery = (id: string) =>
  queryOptions({
    ...around<Words>('documents', id, 'text'),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? readingMs : false),
  });
const readingMs = 2000;

/** Whether an office file can be looked at page by page; asked for, it is made. */
export const pagesQuery = (id: string) =>
  queryOptions({ ...around<{ shown: boolean }>('documents', id, 'pages'), staleTime: 300_000 });

interface Room {
  used: number;
  most: number | null;
}
export const roomQuery = queryOptions({
  queryKey: ['records', 'documents', 'room'],
  queryFn: ({ signal }) => get<{ company: Room; mine: Room }>(address('storage'), signal),
  staleTime: 60_000,
});
