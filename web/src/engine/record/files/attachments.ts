import { queryOptions } from '@tanstack/react-query';
import { isTableType } from '#shared/table-type.ts';
import { keys } from '#web/api/queries.ts';
import type { Reference } from '#web/api/records.ts';
import { address, get } from '#web/api/request.ts';

export interface Attachment {
  id: string;
  name: string;
  size: number;
  type: string;
  createdAt: string;
  createdBy: Reference | null;
}

export interface Attachments {
  items: Attachment[];
}

/** Files attached to a record as a whole, newest first. */
export const attachmentsQuery = (path: string, id: string) =>
  queryOptions({
    queryKey: keys.around(path, id, 'files'),
    queryFn: ({ signal }) => get<Attachments>(address(`${path}/${id}/files`), signal),
    staleTime: 15_000,
  });

/** Pictures every browser shows; as the server decides, see its file types. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

export function previewOf({ type }: Attachment): 'picture' | 'pdf' | 'table' | undefined {
  if (pictures.has(type)) return 'picture';
  if (isTableType(type)) return 'table';
  return type === 'application/pdf' ? 'pdf' : undefined;
}

export const downloadAddress = ({ id }: Attachment): string => address(`files/${id}`);
export const previewAddress = ({ id }: Attachment): string =>
  address(`files/${id}`, { preview: 'true' });
