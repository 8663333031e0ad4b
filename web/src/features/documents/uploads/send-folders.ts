import { queryRecords } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import type { Chosen } from './read-dropped.ts';
import { sendFiles } from './send-uploads.ts';

/** Sends files into folders as they stood on the disk; those that are there by that name are used. */
export async function sendFolders(
  chosen: readonly Chosen[],
  top: string | undefined,
): Promise<void> {
  const known = new Map<string, string>();
  const byPlace = Map.groupBy(chosen, ({ folders }) => folders.join('/'));
  for (const [place, inside] of byPlace) {
    let folder = top;
    const steps = place === '' ? [] : place.split('/');
    for (const [i, name] of steps.entries()) {
      const path = steps.slice(0, i + 1).join('/');
      folder = known.get(path) ?? (await findOrMake(name, folder));
      known.set(path, folder);
    }
    sendFiles(
      inside.map(({ file }) => file),
      { folder },
    );
  }
}

async function findOrMake(name: string, parent: string | undefined): Promise<string> {
  const within =
    parent === undefined
      ? ({ field: 'parent', op: 'isEmpty' } as const)
      : ({ field: 'parent', op: 'eq', value: parent } as const);
  const where = { and: [{ field: 'name', op: 'eq', value: name } as const, within] };
  const { items } = await queryRecords('folders', { where, limit: 1 });
  if (items[0]) return items[0].id;
  const made = await send<RecordData>('POST', address('folders'), {
    name,
    ...(parent !== undefined && { parent }),
  });
  return made.id;
}
