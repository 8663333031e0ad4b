import type { Ctx } from '#engine/context.ts';
import { shareRecord } from '#engine/sharing/share-record.ts';
import type { SamplePeople } from './add-people.ts';
import { folderRef } from './parts/papers.ts';
import type { SampleCompany } from './sample.ts';
import { asMember, type Written } from './write-records.ts';

/** What lies in the folders of the company is for everyone in it to read. */
export async function shareFolders(
  ctx: Ctx,
  { trade }: SampleCompany,
  { members }: SamplePeople,
  { ids }: Written,
): Promise<void> {
  for (const [i, { by }] of trade.office.folders.entries())
    await shareRecord(
      asMember(ctx, members.get(by) ?? '', ctx.now),
      'folder',
      ids.get('folder')?.get(folderRef(i)) ?? '',
      { grantee: { everyone: true }, level: 'read' },
    );
}
