import type { Ctx } from '../context.ts';
import type { HistoryEntry } from '../history/list-history.ts';
import { listWorkspaceHistory } from '../history/list-workspace-history.ts';
import type { HistoryPage } from '../history/read-history.ts';
import type { Setting } from './describe-settings.ts';

export interface SettingsHistoryEntry extends HistoryEntry {
  setting: Setting;
}

/** Who changed objects, fields and layouts, or looked with another's rights, newest first. */
export async function listSettingsHistory(
  ctx: Ctx,
  page: HistoryPage = {},
): Promise<{ items: SettingsHistoryEntry[]; nextCursor: string | null }> {
  const { items, nextCursor } = await listWorkspaceHistory(ctx, { ...page, kind: 'setting' });
  return {
    items: items.flatMap(({ setting, ...entry }) => (setting ? [{ ...entry, setting }] : [])),
    nextCursor,
  };
}
