import type { CoreTables, Core } from './core-tables.ts';

type Entry = Partial<Omit<CoreTables['audit'], 'id' | 'at' | 'action' | 'result'>> & {
  action: string;
  result: 'done' | 'denied';
};

/** Who signed in and who was refused, with the address our server saw. */
export async function recordAudit(core: Core, entry: Entry): Promise<void> {
  const { action, result } = entry;
  await core
    .insertInto('audit')
    .values({
      action,
      result,
      user_id: entry.user_id ?? null,
      workspace_id: entry.workspace_id ?? null,
      member_id: entry.member_id ?? null,
      subject: entry.subject ?? null,
      address: entry.address ?? null,
    })
    .execute();
}
