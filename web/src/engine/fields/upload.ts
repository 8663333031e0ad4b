import { send } from '#web/api/request.ts';

export interface Uploaded {
  id: string;
  name: string;
  size: number;
  type: string;
}

/** Sends files to the server; they belong to nothing until a record says so. */
export async function upload(files: readonly File[]): Promise<Uploaded[]> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  const { items } = await send<{ items: Uploaded[] }>('POST', '/api/v1/files', form);
  return items;
}
