import { expect, it } from 'vitest';
import { createRecords, list } from './records/index.ts';
import { testWorkspace } from './testing/workspace.ts';
import { withTransaction } from './transaction.ts';

it('does not report as done what was rolled back because a failure was swallowed', async () => {
  const ctx = await (await testWorkspace()).system();
  const effects: string[] = [];
  const work = withTransaction(ctx, async (inside) => {
    inside.afterCommit(() => effects.push('told'));
    await createRecords(inside, 'box', [{ name: 'lost' }]);
    await inside.db.query('select 1 / 0', []).catch(() => undefined);
  });
  await expect(work).rejects.toThrow('rolled back');
  expect(effects).toEqual([]);
  expect((await list(ctx, 'box', {})).items).toEqual([]);
});

it('joins the outer transaction, so that both are kept or neither', async () => {
  const ctx = await (await testWorkspace()).system();
  const outer = withTransaction(ctx, async (inside) => {
    await withTransaction(inside, (deeper) => createRecords(deeper, 'box', [{ name: 'inner' }]));
    throw new Error('outer');
  });
  await expect(outer).rejects.toThrow('outer');
  expect((await list(ctx, 'box', {})).items).toEqual([]);
});

it('lets no effect undo the answer of what was committed, nor keep others from running', async () => {
  const ctx = await (await testWorkspace()).system();
  const effects: string[] = [];
  const done = await withTransaction(ctx, async (inside) => {
    inside.afterCommit(() => {
      throw new Error('broken effect');
    });
    inside.afterCommit(() => effects.push('second'));
    return 'done';
  });
  expect([done, effects]).toEqual(['done', ['second']]);
});
