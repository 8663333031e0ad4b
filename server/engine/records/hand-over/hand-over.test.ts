import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { toyObjects, toyRules } from '../../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../../testing/workspace.ts';
import { createRecords, get, updateRecords } from '../index.ts';
import { countAlong } from './count-along.ts';
import { handOver } from './hand-over.ts';

/** Goes with its box; a broken one stays. */
const part = defineObject({
  key: 'part',
  path: 'parts',
  label: { vi: 'Chi tiết', en: 'Part' },
  pluralLabel: { vi: 'Chi tiết', en: 'Parts' },
  title: 'name',
  reach: 'owned',
  goesWith: [{ relation: 'box', while: { field: 'state', in: ['new', 'used'] } }],
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    box: f.relation({ vi: 'Hộp', en: 'Box' }, { to: 'box' }),
    state: f.select(
      { vi: 'Tình trạng', en: 'State' },
      {
        default: 'new',
        options: [
          { value: 'new', label: { vi: 'Mới', en: 'New' } },
          { value: 'used', label: { vi: 'Đã dùng', en: 'Used' } },
          { value: 'broken', label: { vi: 'Hỏng', en: 'Broken' } },
        ],
      },
    ),
  },
});

const code = (expected: string) => expect.objectContaining({ code: expected });
const along = ['part.box'];

let w: TestWorkspace;
let own: string;
let whole: string;
beforeAll(async () => {
  w = await testWorkspace({ objects: [...toyObjects, part], rules: toyRules });
  own = await w.addRole({ '*': rightsOf('own') });
  whole = await w.addRole({ '*': rightsOf('all') });
});

/** A box of `from` with a part that goes along, one that is broken and one of somebody else. */
async function setOut() {
  const [from, to, other] = await Promise.all([own, own, own].map((role) => w.addMember(role)));
  if (!from || !to || !other) throw new Error('nobody there');
  const system = await w.system();
  const [box] = await createRecords(system, 'box', [{ name: 'Hộp', owner: from }]);
  const boxId = String(box?.id);
  const parts = await createRecords(system, 'part', [
    { name: 'theo', box: boxId, owner: from },
    { name: 'hỏng', box: boxId, owner: from, state: 'broken' },
    { name: 'của người khác', box: boxId, owner: other },
  ]);
  const ownersOf = async () =>
    Promise.all(
      parts.map(async ({ id }) => {
        const { owner } = await get(system, 'part', id);
        return typeof owner === 'object' && owner !== null && 'id' in owner ? owner.id : null;
      }),
    );
  return { from, to, other, boxId, parts, ownersOf };
}

describe('giving records to somebody', () => {
  it('takes along what belongs to them and had the same owner, if one wants', async () => {
    const { from, to, other, boxId, parts, ownersOf } = await setOut();
    const ctx = await w.as(from);
    const where = { field: 'id', op: 'eq', value: boxId };
    expect(await countAlong(ctx, 'box', { where })).toEqual([
      { relation: 'part.box', object: 'part', count: 1, while: part.goesWith?.[0]?.while },
    ]);
    const given = await handOver(ctx, 'box', { ids: [boxId], owner: to, along });
    expect(given).toEqual([
      { object: 'box', id: boxId, version: 2, owner: from, team: null, with: null },
      { object: 'part', id: parts[0]?.id, version: 2, owner: from, team: null, with: boxId },
    ]);
    expect(await ownersOf()).toEqual([to, from, other]);
    // What it answers takes it all back.
    const system = await w.system();
    for (const { object, id, version, owner } of given)
      await updateRecords(system, object, [{ id, version, values: { owner } }]);
    expect(await ownersOf()).toEqual([from, from, other]);
  });

  it('leaves it with its owner otherwise', async () => {
    const { from, to, other, boxId, ownersOf } = await setOut();
    await handOver(await w.as(from), 'box', { ids: [boxId], owner: to });
    expect(await ownersOf()).toEqual([from, from, other]);
    // It is no longer of the owner of its box.
    const where = { field: 'id', op: 'eq', value: boxId };
    expect(await countAlong(await w.as(to), 'box', { where })).toEqual([]);
  });

  it('does all or nothing', async () => {
    const { from, to, boxId, ownersOf, other } = await setOut();
    const ctx = await w.as(from);
    const strange = await setOut();
    const ids = [boxId, strange.boxId];
    await expect(handOver(ctx, 'box', { ids, owner: to, along })).rejects.toThrow(code('notFound'));
    const nobody = '0190a000-0000-7000-8000-000000000000';
    await expect(handOver(ctx, 'box', { ids: [boxId], owner: nobody, along })).rejects.toThrow(
      code('invalid'),
    );
    expect(await ownersOf()).toEqual([from, from, other]);
  });

  it('offers nothing whose owner the actor may not change, and takes no other name', async () => {
    const { boxId, to } = await setOut();
    const fixed = await w.addRole({
      box: rightsOf('all'),
      part: rightsOf('all', { fields: { owner: 'read' } }),
    });
    const ctx = await w.as(await w.addMember(fixed));
    expect(await countAlong(ctx, 'box', {})).toEqual([]);
    for (const name of ['part.box', 'part.state', 'toy.box'])
      await expect(
        handOver(ctx, 'box', { ids: [boxId], owner: to, along: [name] }),
      ).rejects.toThrow(code('invalid'));
  });

  it('counts no more than the actor may give away', async () => {
    const { from, boxId } = await setOut();
    const reader = await w.as(
      await w.addMember(
        await w.addRole({ box: rightsOf('all'), part: rightsOf('all', { update: 'own' }) }),
      ),
    );
    const where = { field: 'id', op: 'eq', value: boxId };
    expect(await countAlong(reader, 'box', { where })).toEqual([]);
    const all = await w.as(await w.addMember(whole));
    expect(
      await countAlong(all, 'box', { where: { field: 'owner', op: 'eq', value: from } }),
    ).toEqual([expect.objectContaining({ count: 1 })]);
  });
});
