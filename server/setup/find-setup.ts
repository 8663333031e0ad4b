import type { Core } from '../people/core-tables.ts';

/** There is no company yet. */
export async function needsSetup(core: Core): Promise<boolean> {
  const row = await core.selectFrom('workspace').select('id').limit(1).executeTakeFirst();
  return row === undefined;
}
