import type { Ctx, WorkspaceSettings } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import { coreOf } from './core-tables.ts';
import type { People } from './people.ts';
import { changesOf, recordPeopleChange, requireAdministrator } from './people-history.ts';

/** The currency stays: sums and comparisons of amounts that are there already were made in it. */
export interface CompanyPatch {
  name?: string | undefined;
  language?: WorkspaceSettings['language'] | undefined;
  timeZone?: string | undefined;
  storage?: WorkspaceSettings['storage'];
  stalled?: WorkspaceSettings['stalled'];
  forgottenAfterMinutes?: number | undefined;
  calendar?: WorkspaceSettings['calendar'];
}

export interface CompanyProfile {
  id: string;
  key: string;
  name: string;
  language: WorkspaceSettings['language'];
  currency: string;
  timeZone: string;
}

/** The company as everyone in it may know it. */
export function describeCompany({ workspace }: Ctx): CompanyProfile {
  const { id, key, name, settings } = workspace;
  const { language, currency, timeZone } = settings;
  return { id, key, name, language, currency, timeZone };
}

/**
 * Name of the company, and what holds for members who chose nothing else; takes effect with the next request. A patch
 * that changes a part of a setting is made from what is kept at that moment, so that nobody's other part is lost.
 */
export function updateCompany(
  people: People,
  ctx: Ctx,
  patch: CompanyPatch | ((kept: WorkspaceSettings) => CompanyPatch),
): Promise<CompanyProfile> {
  requireAdministrator(ctx);
  return withTransaction(ctx, async (inside) => {
    const { id } = ctx.workspace;
    // Also the lock under which the row is read and written.
    await bumpWorkspace(inside, people.workspaces);
    const core = coreOf(inside);
    const row = await core
      .selectFrom('workspace')
      .select(['key', 'name', 'settings'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const before = { name: row.name, ...row.settings };
    const { name, ...settings } = typeof patch === 'function' ? patch(row.settings) : patch;
    const changes = changesOf(before, { name, ...settings });
    const changed = Object.entries(changes).map(([key, [, value]]) => [key, value]);
    const after = { ...before, ...Object.fromEntries(changed) };
    if (changed.length > 0) {
      const { name: called, ...kept } = after;
      await core
        .updateTable('workspace')
        .set({ name: called, settings: JSON.stringify(kept) })
        .where('id', '=', id)
        .execute();
      await recordPeopleChange(inside, 'setting.company', id, 'update', changes);
    }
    const { language, currency, timeZone } = after;
    return { id, key: row.key, name: after.name, language, currency, timeZone };
  });
}
