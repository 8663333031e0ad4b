import { conflict } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { withTransaction } from '../../transaction.ts';
import { queueImport } from './start-import.ts';
import { changeImport, loadImport, presentImport } from './store.ts';
import type { Import } from './types.ts';

/** Asks for everything an import did to be taken back; once only. */
export async function undoImport(ctx: Ctx, id: string, { here = false } = {}): Promise<Import> {
  return withTransaction(ctx, async (inside) => {
    await loadImport(inside, id);
    const changed = await changeImport(
      inside,
      id,
      { state: ['done', 'cancelled', 'failed'] },
      { state: 'undoing', done_to: 0, cancel_asked: false, finished_at: null },
    );
    if (!changed) throw conflict();
    if (!here) await queueImport(inside, id);
    return presentImport(inside, changed);
  });
}
