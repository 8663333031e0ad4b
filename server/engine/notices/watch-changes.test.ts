import { afterEach, expect, it, vi } from 'vitest';
import { eventually } from '#server/testing/eventually.ts';
import { createRecords } from '../records/index.ts';
import { testWorkspace } from '../testing/workspace.ts';
import { watchChanges } from './watch-changes.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('looks no more once it has stopped: the database may be gone', async () => {
  const w = await testWorkspace();
  let looks = 0;
  const open = (id: string) => {
    looks += 1;
    return w.workspaces.open(id);
  };
  const watching = await watchChanges({ ...w.workspaces, open });
  const ctx = await w.system();
  // Only what is asked from here on runs by this clock: the looks that are still to come.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  await createRecords(ctx, 'box', [{ name: 'Hộp' }]);
  await eventually(async () => (looks > 0 ? looks : undefined));
  await watching.stop();
  const before = looks;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks).toBe(before);
});
