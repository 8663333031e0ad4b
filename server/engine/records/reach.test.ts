import { beforeAll, describe, expect, it } from 'vitest';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { listTrash } from '../trash/list-trash.ts';
import { createRecords, get, list, removeRecords, restoreRecords, updateRecords } from './index.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('rights that differ by verb', () => {
  let w: TestWorkspace;
  let north: string;
  beforeAll(async () => {
    w = await testWorkspace();
    north = await w.addTeam('North');
  });
  const member = async (rights: Parameters<typeof rightsOf>[1], scope: 'own' | 'all' = 'own') =>
    w.as(await w.addMember(await w.addRole({ '*': rightsOf(scope, rights) }), [north]));

  it('shows no record of the trash to who may not see records, though they may remove', async () => {
    const system = await w.system();
    const [box] = await createRecords(system, 'box', [{ name: 'secret' }]);
    const id = String(box?.id);
    await removeRecords(system, 'box', [{ id }]);
    const ctx = await member({ delete: 'all' });
    expect((await list(ctx, 'box', { trash: true })).items).toEqual([]);
    expect((await listTrash(ctx, {})).items).toEqual([]);
    await expect(restoreRecords(ctx, 'box', [id])).rejects.toThrow(code('notFound'));
  });

  it('puts nothing into a record that the actor may see but not change', async () => {
    const [box] = await createRecords(await w.system(), 'box', [{ name: 'of somebody else' }]);
    const ctx = await member({ update: 'own' }, 'all');
    await expect(createRecords(ctx, 'toy', [{ name: 'x', box: box?.id }])).rejects.toMatchObject({
      errors: [{ path: 'box', code: 'notWritable' }],
    });
    const [own] = await createRecords(ctx, 'box', [{ name: 'own' }]);
    const [toy] = await createRecords(ctx, 'toy', [{ name: 'y', box: own?.id }]);
    const move = updateRecords(ctx, 'toy', [{ id: String(toy?.id), values: { box: box?.id } }]);
    await expect(move).rejects.toMatchObject({ errors: [{ path: 'box', code: 'notWritable' }] });
  });

  it('keeps the links of a list that its writer cannot see', async () => {
    const ctx = await member({});
    const [seen] = await createRecords(ctx, 'box', [{ name: 'seen' }]);
    const system = await w.system();
    const [unseen] = await createRecords(system, 'box', [{ name: 'unseen' }]);
    const [mine] = await createRecords(ctx, 'box', [{ name: 'mine' }]);
    const id = String(mine?.id);
    await updateRecords(system, 'box', [{ id, values: { neighbours: [unseen?.id] } }]);
    expect((await get(ctx, 'box', id))['neighbours']).toEqual([]);
    await updateRecords(ctx, 'box', [{ id, values: { neighbours: [seen?.id] } }]);
    const whole = await get(system, 'box', id);
    expect(whole['neighbours']).toEqual([
      { id: seen?.id, title: 'seen' },
      { id: unseen?.id, title: 'unseen' },
    ]);
    await updateRecords(ctx, 'box', [{ id, values: { neighbours: null } }]);
    expect((await get(system, 'box', id))['neighbours']).toEqual([
      { id: unseen?.id, title: 'unseen' },
    ]);
  });

  it('shows nobody what lies in a record of the trash, not even an administrator', async () => {
    const ctx = await w.as(await w.addMember(await w.addRole('administrator')));
    const [box] = await createRecords(ctx, 'box', [{ name: 'thrown away' }]);
    const [toy] = await createRecords(ctx, 'toy', [{ name: 'inside', box: box?.id }]);
    await removeRecords(ctx, 'box', [{ id: String(box?.id) }]);
    await expect(get(ctx, 'toy', String(toy?.id))).rejects.toThrow(code('notFound'));
    await restoreRecords(ctx, 'box', [String(box?.id)]);
    expect((await get(ctx, 'toy', String(toy?.id)))['name']).toBe('inside');
  });

  it('does not tell the title of a related record where that field is hidden', async () => {
    const [box] = await createRecords(await w.system(), 'box', [{ name: 'Tên kín' }]);
    const hiding = await w.addRole({
      '*': rightsOf('all'),
      box: rightsOf('all', { fields: { name: 'hidden' } }),
    });
    const ctx = await w.as(await w.addMember(hiding, [north]));
    const [toy] = await createRecords(ctx, 'toy', [{ name: 'x', box: box?.id }]);
    expect(toy?.['box']).toEqual({ id: box?.id, title: null });
  });

  it('refuses to change one record twice in a call', async () => {
    const ctx = await w.system();
    const [box] = await createRecords(ctx, 'box', [{ name: 'once' }]);
    const id = String(box?.id);
    const twice = updateRecords(ctx, 'box', [
      { id, values: { pieces: 7 } },
      { id: id.toUpperCase(), values: { notes: 'x' } },
    ]);
    await expect(twice).rejects.toMatchObject({ errors: [{ path: 'id', code: 'notUnique' }] });
    expect((await get(ctx, 'box', id))['version']).toBe(1);
  });
});
