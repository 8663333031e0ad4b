import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../search/search.ts';
import { shareRecord } from '../sharing/share-record.ts';
import { puzzle, shelf } from '../testing/shelves.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { listTrash } from '../trash/list-trash.ts';
import { purgeTrash } from '../trash/purge-trash.ts';
import { createRecords, get, list, removeRecords, restoreRecords, updateRecords } from './index.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('records within others', () => {
  let w: TestWorkspace;
  let owner: string;
  let mate: string;
  let boss: string;
  beforeAll(async () => {
    w = await testWorkspace({ objects: [shelf, puzzle], rules: new Map() });
    const own = await w.addRole({ '*': rightsOf('own') });
    owner = await w.addMember(own);
    mate = await w.addMember(own);
    boss = await w.addMember(await w.addRole('administrator'));
  });

  async function make(by: string, object: string, values: object): Promise<string> {
    const [made] = await createRecords(await w.as(by), object, [{ name: 'x', ...values }]);
    return String(made?.id);
  }

  /** Three shelves within each other, with a puzzle on the lowest. */
  async function tower() {
    const top = await make(owner, 'shelf', {});
    const middle = await make(owner, 'shelf', { above: top });
    const low = await make(owner, 'shelf', { above: middle });
    return { top, middle, low, on: await make(owner, 'puzzle', { shelf: low, name: 'zqtháp' }) };
  }

  async function seenBy(by: string, object: string, id: string): Promise<boolean[]> {
    const ctx = await w.as(by);
    const { items, total } = await list(ctx, object, {
      where: { field: 'id', op: 'eq', value: id },
    });
    const found = await search(ctx, 'zqthap', { objects: [object] });
    const got = await get(ctx, object, id).then(
      () => true,
      () => false,
    );
    return [
      got,
      items.length === 1,
      total.value === 1,
      ...(object === 'puzzle' ? [found.items.some((item) => item.id === id)] : []),
    ];
  }
  const share = async (id: string, level: 'read' | 'update', object = 'shelf') =>
    shareRecord(await w.as(owner), object, id, { grantee: { member: mate }, level });
  const rename = async (by: string, object: string, id: string) =>
    updateRecords(await w.as(by), object, [{ id, values: { name: `zqtháp ${Math.random()}` } }]);

  it('are reached with whatever stands above them, however far', async () => {
    const { top, middle, low, on } = await tower();
    expect(await seenBy(mate, 'puzzle', on)).not.toContain(true);
    await share(middle, 'read');
    expect(await seenBy(mate, 'puzzle', on)).not.toContain(false);
    expect(await seenBy(mate, 'shelf', low)).not.toContain(false);
    expect(await seenBy(mate, 'shelf', top)).not.toContain(true);
    await expect(rename(mate, 'puzzle', on)).rejects.toThrow(code('forbidden'));
    await expect(make(mate, 'puzzle', { shelf: low })).rejects.toMatchObject({
      errors: [{ path: 'shelf', code: 'notWritable' }],
    });
    await share(middle, 'update');
    await rename(mate, 'puzzle', on);
    const added = await make(mate, 'puzzle', { shelf: low });
    expect(await seenBy(owner, 'puzzle', added)).toContain(true);
    const remove = async (by: string, id: string) =>
      removeRecords(await w.as(by), 'puzzle', [{ id }]);
    await expect(remove(mate, on)).rejects.toThrow(code('forbidden'));
    await remove(owner, added);
  });

  it('are moved only to where their mover may change something', async () => {
    const { low, on } = await tower();
    const elsewhere = await make(mate, 'shelf', {});
    await share(on, 'update', 'puzzle');
    const move = async (by: string, to: string | null) =>
      updateRecords(await w.as(by), 'puzzle', [{ id: on, values: { shelf: to } }]);
    await expect(move(owner, elsewhere)).rejects.toMatchObject({
      errors: [{ path: 'shelf', code: 'notFound' }],
    });
    await move(mate, elsewhere);
    await move(mate, null);
    await expect(move(mate, low)).rejects.toMatchObject({
      errors: [{ path: 'shelf', code: 'notFound' }],
    });
  });

  it('go out of sight with what stands above them, come back with it, and are deleted with it', async () => {
    const { top, low, on } = await tower();
    const own = await make(owner, 'puzzle', { name: 'zqtháp' });
    await share(low, 'read');
    await removeRecords(await w.as(owner), 'shelf', [{ id: top }]);
    for (const who of [owner, mate, boss]) {
      expect(await seenBy(who, 'puzzle', on), who).not.toContain(true);
      expect(await seenBy(who, 'shelf', low), who).not.toContain(true);
    }
    expect(await seenBy(owner, 'puzzle', own)).not.toContain(false);
    const trash = await listTrash(await w.as(owner), { object: 'shelf' });
    expect(trash.items.map(({ id }) => id)).toEqual([top]);
    await restoreRecords(await w.as(owner), 'shelf', [top]);
    expect(await seenBy(boss, 'puzzle', on)).not.toContain(false);
    await removeRecords(await w.as(owner), 'shelf', [{ id: top }]);
    await w.database.app.query(
      `update ${w.schema}.shelf set deleted_at = now() - interval '31 days' where id = $1`,
      [top],
    );
    const left = async () => {
      const { rows } = await w.database.app.query(
        `select id from ${w.schema}.puzzle where id = any($1)`,
        [[on, own]],
      );
      return rows.map(({ id }) => id);
    };
    await purgeTrash(await w.system());
    expect(await left()).toEqual([own]);
  });

  it('never stand within themselves', async () => {
    const { top, low } = await tower();
    const ring = updateRecords(await w.as(owner), 'shelf', [{ id: top, values: { above: low } }]);
    await expect(ring).rejects.toMatchObject({ errors: [{ path: 'above', code: 'cycle' }] });
  });

  it('give nothing to a role without the right to what stands above, or to them', async () => {
    const { top, on } = await tower();
    for (const rights of [{ shelf: rightsOf('own') }, { puzzle: rightsOf('own') }]) {
      const outsider = await w.addMember(await w.addRole(rights));
      await shareRecord(await w.as(owner), 'shelf', top, {
        grantee: { member: outsider },
        level: 'update',
      });
      expect(await seenBy(outsider, 'puzzle', on)).not.toContain(true);
    }
  });
});
