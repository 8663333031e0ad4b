import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { wakeReaders } from '../realtime/wake.ts';
import type { Write } from '../records/write-rows.ts';
import { learnTags } from '../tags/learn-tags.ts';

/** What records being written means to others, once they are committed. The one place in the pipeline that says so. */
export function announceWrites(ctx: Ctx, object: ModelObject, writes: readonly Write[]): void {
  wakeReaders(ctx);
  learnTags(ctx, object, writes);
}
