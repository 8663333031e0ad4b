import { expect, it } from 'vitest';
import type { Ctx } from '../context.ts';
import { createRecords, updateRecords } from '../records/index.ts';
import { box, colourCard, toy } from '../testing/toys.ts';
import { rightsOf, testWorkspace } from '../testing/workspace.ts';
import { listTimeline } from './list-timeline.ts';

it('tells what happened to a record and to what belongs to it, newest first, in pages', async () => {
  const w = await testWorkspace({
    objects: [{ ...box, related: ['toy.box', 'box.neighbours'] }, toy, colourCard],
    rules: new Map(),
  });
  const team = await w.addTeam('North');
  const role = await w.addRole({ '*': rightsOf('own'), toy: rightsOf('all') });
  const [mine, other] = [await w.addMember(role, [team]), await w.addMember(role, [team])];
  const ctx = await w.as(mine);
  const [lid] = await createRecords(ctx, 'box', [{ name: 'Hộp quà' }]);
  const id = String(lid?.id);
  const [ball] = await createRecords(ctx, 'toy', [{ name: 'Bóng', box: id }]);
  await createRecords(await w.system(), 'box', [
    { name: 'Hộp lạ', neighbours: [id], owner: other },
  ]);
  await createRecords(ctx, 'box', [{ name: 'Hộp bên', neighbours: [id] }]);
  await updateRecords(ctx, 'toy', [{ id: String(ball?.id), values: { pieces: 3 } }]);

  const texts: string[] = [];
  const counted: Ctx = {
    ...ctx,
    db: {
      ...ctx.db,
      prepared(text, values) {
        texts.push(text);
        return ctx.db.prepared(text, values);
      },
    },
  };
  const first = await listTimeline(counted, 'box', id, { limit: 3 });
  // What points here by any relation is found by one of them.
  expect(texts.filter((text) => text.includes('order by t.created_at desc'))).toHaveLength(1);
  const rest = await listTimeline(ctx, 'box', id, { cursor: first.nextCursor ?? undefined });
  expect(
    [...first.items, ...rest.items].map(({ record, action }) => [record.title, action]),
  ).toEqual([
    ['Bóng', 'update'],
    ['Hộp bên', 'create'],
    ['Bóng', 'create'],
    ['Hộp quà', 'create'],
  ]);
  expect(first.items[0]?.changes).toEqual({ pieces: [null, 3] });
  await expect(listTimeline(await w.as(other), 'box', id)).rejects.toMatchObject({
    code: 'notFound',
  });
});
