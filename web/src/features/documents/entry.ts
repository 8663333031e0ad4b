import { isOfficeType } from '#shared/office-type.ts';
import { isRowsType } from '#shared/table-type.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { address } from '#web/api/request.ts';

/** A file as a record's field tells it. */
export interface DocumentFile {
  id: string;
  name: string;
  size: number;
  type: string;
}

/** A folder or a document, as the page lists them. */
export interface Entry {
  kind: 'folder' | 'document';
  id: string;
  name: string;
  owner: Reference | null;
  changedAt: string;
  file: DocumentFile | null;
  /** The folder it lies in, where that may be seen. */
  parent: Reference | null;
  record: RecordData;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const reference = (value: unknown): Reference | null =>
  typeof value === 'object' && value !== null && 'id' in value
    ? { id: textOf(value.id), title: 'title' in value ? textOf(value.title) : null }
    : null;

export function fileOf(value: unknown): DocumentFile | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const file = new Map<string, unknown>(Object.entries(value));
  return {
    id: textOf(file.get('id')),
    name: textOf(file.get('name')),
    size: Number(file.get('size') ?? 0),
    type: textOf(file.get('type')),
  };
}

export const toEntry = (kind: Entry['kind'], record: RecordData): Entry => ({
  kind,
  id: record.id,
  name: textOf(record['name']),
  owner: reference(record['owner']),
  changedAt: record.updatedAt ?? '',
  file: fileOf(record['file']),
  parent: reference(record[kind === 'folder' ? 'parent' : 'folder']),
  record,
});

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** How a file can be looked at in the page. */
export function wayToShow(
  type: string,
): 'picture' | 'pdf' | 'office' | 'table' | 'text' | undefined {
  if (pictures.has(type)) return 'picture';
  if (type === 'application/pdf') return 'pdf';
  if (isOfficeType(type)) return 'office';
  if (isRowsType(type)) return 'table';
  return /^text\/|json$|rfc822$/.test(type) ? 'text' : undefined;
}

export const downloadAddress = (fileId: string): string => address(`files/${fileId}`);
export const previewAddress = (fileId: string): string =>
  address(`files/${fileId}`, { preview: 'true' });
