import { conflict } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { changeImport, isWorking, loadImport, presentImport } from './store.ts';
import type { Import } from './types.ts';

/** Stops a waiting import at once, a running one after its chunk; what is done stays and can be undone. */
export async function cancelImport(ctx: Ctx, id: string): Promise<Import> {
  const record = await loadImport(ctx, id);
  const finished_at = new Date().toISOString();
  const changed =
    (await changeImport(
      ctx,
      id,
      { state: ['waiting', 'needsChoice', 'checked'] },
      { state: 'cancelled', finished_at },
    )) ??
    (isWorking(record)
      ? await changeImport(
          ctx,
          id,
          { state: ['reading', 'checking', 'running'] },
          { cancel_asked: true },
        )
      : undefined);
  if (!changed) throw conflict();
  return presentImport(ctx, changed);
}
