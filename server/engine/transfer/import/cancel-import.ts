import { conflict } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { withTransaction } from '../../transaction.ts';
import { queueImport } from './start-import.ts';
import { changeImport, loadImport, presentImport } from './store.ts';
import type { Import } from './types.ts';

/** Stops a waiting import at once, a running one after its chunk; what is done stays and can be undone. */
export async function cancelImport(
  ctx: Ctx,
  id: string,
  { here = false }: { here?: boolean } = {},
): Promise<Import> {
  return withTransaction(ctx, async (inside) => {
    await loadImport(inside, id);
    const ended = await changeImport(
      inside,
      id,
      { state: ['waiting', 'needsChoice', 'checked'] },
      { state: 'cancelled', finished_at: new Date().toISOString() },
    );
    if (ended) return presentImport(inside, ended);
    const asked = await changeImport(
      inside,
      id,
      { state: ['reading', 'checking', 'running'] },
      { cancel_asked: true },
    );
    if (!asked) throw conflict();
    // Its job may have given up; a new one brings it to its end.
    if (!here) await queueImport(inside, id);
    return presentImport(inside, asked);
  });
}
