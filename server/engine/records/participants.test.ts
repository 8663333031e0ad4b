import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { findOrphans } from '../checks/find-orphans.ts';
import { listHistory } from '../history/list-history.ts';
import { toyObjects, toyRules } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { createRecords, get, list, removeRecords, updateRecords } from './index.ts';

/** Seen with the box it plays in, by its players, and by its owner. */
const game = defineObject({
  key: 'game',
  path: 'games',
  label: { vi: 'Trò chơi', en: 'Game' },
  pluralLabel: { vi: 'Trò chơi', en: 'Games' },
  title: 'name',
  reach: 'owned',
  participants: ['players'],
  seenWith: ['box'],
  indexes: [['owner', 'name']],
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    box: f.relation({ vi: 'Hộp', en: 'Box' }, { to: 'box' }),
    players: f.members({ vi: 'Người chơi', en: 'Players' }),
    about: f.links({ vi: 'Liên quan', en: 'About' }),
  },
});

const code = (expected: string) => expect.objectContaining({ code: expected });

let w: TestWorkspace;
let own: string;
beforeAll(async () => {
  w = await testWorkspace({ objects: [...toyObjects, game], rules: toyRules });
  own = await w.addRole({ '*': rightsOf('own') });
});

describe('who sees an owned record besides its owner', () => {
  it('is who takes part in it, who also changes it, and never removes it', async () => {
    const player = await w.addMember(own);
    const other = await w.as(await w.addMember(own));
    const [made] = await createRecords(await w.system(), 'game', [
      { name: 'Ô ăn quan', players: [player] },
    ]);
    const id = String(made?.id);
    const ctx = await w.as(player);
    expect(await get(ctx, 'game', id)).toMatchObject({ players: [{ id: player }] });
    await updateRecords(ctx, 'game', [{ id, values: { name: 'Cờ tướng' } }]);
    await expect(removeRecords(ctx, 'game', [{ id }])).rejects.toThrow(code('forbidden'));
    await expect(get(other, 'game', id)).rejects.toThrow(code('notFound'));
    const mine = { where: { field: 'players', op: 'hasAny', value: { me: true } } };
    expect((await list(ctx, 'game', mine)).items).toHaveLength(1);
    expect((await list(other, 'game', {})).items).toEqual([]);
  });

  it('is who sees what it is about, who changes nothing of it', async () => {
    const owner = await w.as(await w.addMember(own));
    const [box] = await createRecords(owner, 'box', [{ name: 'của tôi' }]);
    const [made] = await createRecords(await w.system(), 'game', [{ name: 'X', box: box?.id }]);
    const id = String(made?.id);
    expect((await get(owner, 'game', id))['name']).toBe('X');
    const change = updateRecords(owner, 'game', [{ id, values: { name: 'Y' } }]);
    await expect(change).rejects.toThrow(code('forbidden'));
    const stranger = await w.as(await w.addMember(own));
    await expect(get(stranger, 'game', id)).rejects.toThrow(code('notFound'));
  });
});

describe('links to records of any object', () => {
  it('have the titles the actor may see, and keep those they may not', async () => {
    const system = await w.system();
    const member = await w.as(await w.addMember(own));
    const [seen] = await createRecords(member, 'box', [{ name: 'thấy' }]);
    const [unseen] = await createRecords(system, 'box', [{ name: 'kín' }]);
    const [card] = await createRecords(system, 'colourCard', [{ name: 'đỏ' }]);
    const link = (object: string, record: typeof seen) => ({ object, id: String(record?.id) });
    const about = [link('box', seen), link('box', unseen), link('colourCard', card)];
    const [made] = await createRecords(member, 'game', [{ name: 'G', about: [about[0]] }]);
    const id = String(made?.id);
    await updateRecords(system, 'game', [{ id, values: { about } }]);
    const shown = [
      { ...about[0], title: 'thấy' },
      { ...about[2], title: 'đỏ' },
    ];
    expect((await get(member, 'game', id))['about']).toEqual(shown);
    const where = { field: 'about', op: 'hasAny', value: [about[2]] };
    expect((await list(member, 'game', { where })).items).toMatchObject([{ id, about: shown }]);
    await updateRecords(member, 'game', [{ id, values: { about: [about[0]] } }]);
    expect((await get(system, 'game', id))['about']).toEqual([
      { ...about[0], title: 'thấy' },
      { ...about[1], title: 'kín' },
    ]);
    const { items } = await listHistory(member, 'game', id);
    expect(items[0]?.changes['about']?.[1]).toEqual([
      { ...about[0], title: 'thấy' },
      { ...about[1], title: null },
    ]);
  });

  it('lead only to what exists and the actor may see', async () => {
    const member = await w.as(await w.addMember(own));
    const [unseen] = await createRecords(await w.system(), 'box', [{ name: 'kín' }]);
    const about = [
      { object: 'box', id: unseen?.id },
      { object: 'nothing', id: unseen?.id },
    ];
    await expect(createRecords(member, 'game', [{ name: 'G', about }])).rejects.toMatchObject({
      errors: [
        { path: 'about', code: 'notFound' },
        { path: 'about', code: 'notFound' },
      ],
    });
  });

  it('are told by the check for what leads nowhere', async () => {
    const system = await w.system();
    const [box] = await createRecords(system, 'box', [{ name: 'mất' }]);
    await createRecords(system, 'game', [{ name: 'G', about: [{ object: 'box', id: box?.id }] }]);
    await system.db.query(`delete from "${w.schema}".search_document where record_id = $1`, [
      box?.id,
    ]);
    await system.db.query(`delete from "${w.schema}".box where id = $1`, [box?.id]);
    expect(await findOrphans(system)).toContainEqual(
      expect.objectContaining({ kind: 'dangling', place: 'game.about:box', count: 1 }),
    );
  });
});
