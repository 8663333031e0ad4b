import type { Ctx } from '../../context.ts';
import { writeCreated } from '../../records/create.ts';
import { writeUpdated } from '../../records/update.ts';
import type { Draft } from './drafts.ts';
import { isLive, isTaken } from './prepare-drafts.ts';
import type { Outcome } from './process-chunk.ts';
import { addRows, type RowEntry } from './store.ts';

/** Writes what a chunk came to, with the record of which row made what, in the caller's transaction. */
export async function writeOutcome(
  ctx: Ctx,
  { importId, main }: { importId: string; main: string },
  { groups, later }: Outcome,
): Promise<void> {
  const entries: RowEntry[] = [];
  for (const { object, drafts } of groups) {
    const live = drafts.filter(isLive);
    const creates = live.flatMap((draft) =>
      draft.prepared && 'create' in draft.prepared
        ? [{ draft, change: draft.prepared.create }]
        : [],
    );
    const updates = live.flatMap((draft) =>
      draft.prepared && 'update' in draft.prepared
        ? [{ draft, prepared: draft.prepared.update }]
        : [],
    );
    if (creates.length > 0) {
      await writeCreated(
        ctx,
        object,
        creates.map(({ change }) => change),
      );
    }
    await writeUpdated(
      ctx,
      object,
      updates.map(({ prepared }) => prepared),
    );
    for (const { draft, change } of creates) note(object.key, 'create', draft, change.id, 1);
    for (const { draft, prepared } of updates) {
      if (Object.keys(prepared.write.changes).length === 0) continue;
      note(
        object.key,
        'update',
        draft,
        prepared.change.id,
        Number(prepared.write.values['version']),
      );
    }
  }
  for (const { row, id, wanted } of later) {
    entries.push({ row, object: main, action: 'later', record_id: id, version: null, wanted });
  }
  await addRows(ctx, importId, entries);

  function note(
    object: string,
    action: RowEntry['action'],
    { rows }: Draft,
    id: string,
    version: number,
  ) {
    const row = rows.find(isTaken)?.row ?? 0;
    entries.push({ row, object, action, record_id: id, version, wanted: null });
  }
}
