import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { list } from '../../records/index.ts';
import { testWorkspace, type TestWorkspace } from '../../testing/workspace.ts';
import type { Ctx } from '../../context.ts';
import { runImportNow } from './continue-import.ts';
import { startImport } from './start-import.ts';
import type { Import, ImportOptions } from './types.ts';
import { undoImport } from './undo-import.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace();
});

async function importText(
  ctx: Ctx,
  object: string,
  text: string | Uint8Array,
  options: ImportOptions = {},
): Promise<Import> {
  const source = Readable.from([Buffer.from(text)]);
  const { id } = await startImport(ctx, {
    object,
    source,
    fileName: 'list.csv',
    options,
    here: true,
  });
  return runImportNow(ctx, id);
}

describe('an import', () => {
  it('checks first, writes when told, and changes nothing the second time', async () => {
    const ctx = await w.system();
    const text =
      'Tên;Số lượng;SĐT;Màu\nHộp A;3;0901234567 / 0912345678;Đỏ\nHộp B;4;;xanh la\n;5;;\nHộp C;x;;\n';
    const checked = await importText(ctx, 'box', text);
    expect(checked).toMatchObject({ state: 'checked', failure: null });
    expect(checked.counts.check).toMatchObject({ created: 2, rejected: 2 });
    expect((await list(ctx, 'box', {})).items).toHaveLength(0);
    const done = await importText(ctx, 'box', text, { run: true });
    expect(done).toMatchObject({ state: 'done' });
    expect(done.counts.run).toMatchObject({ created: 2, rejected: 2 });
    const { items } = await list(ctx, 'box', { sort: 'name' });
    expect(items.map(({ name, pieces, phones, colour }) => [name, pieces, phones, colour])).toEqual(
      [
        ['Hộp A', 3, ['+84901234567', '+84912345678'], 'red'],
        ['Hộp B', 4, null, 'green'],
      ],
    );
    const again = await importText(ctx, 'box', text, { run: true });
    expect(again.counts.run).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 2 });
    await undoImport(ctx, done.id, { here: true });
    const undone = await runImportNow(ctx, done.id);
    expect(undone).toMatchObject({
      state: 'undone',
      counts: { undo: { removed: 2, restored: 0, kept: 0 } },
    });
    expect((await list(ctx, 'box', {})).items).toHaveLength(0);
    await expect(undoImport(ctx, done.id)).rejects.toMatchObject({ code: 'conflict' });
  });
});
