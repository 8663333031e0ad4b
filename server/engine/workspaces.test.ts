import { expect, it } from 'vitest';
import { silentLog } from '#server/testing/silent-log.ts';
import { memoryFiles } from './testing/memory-files.ts';
import { testWorkspace } from './testing/workspace.ts';
import { createWorkspaces } from './workspaces.ts';

it('keeps a workspace in memory as long as somebody asks for it', async () => {
  const [one, two] = [await testWorkspace(), await testWorkspace()];
  const { database, declarations } = one.workspaces;
  const kept = createWorkspaces(database, declarations, memoryFiles(), silentLog);
  const first = await kept.open(one.id);
  await kept.refresh(two.id);
  expect(await kept.refresh(one.id)).toBe(first);

  const hasty = createWorkspaces(database, declarations, memoryFiles(), silentLog, { idleMs: 0 });
  const before = await hasty.open(one.id);
  await hasty.refresh(two.id);
  const after = await hasty.open(one.id);
  expect(after).not.toBe(before);
  expect(after.info).toEqual(before.info);
});
