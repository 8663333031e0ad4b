import { expect, it } from 'vitest';
import { createRecords, list } from '../records/index.ts';
import { qualified } from '../records/sql.ts';
import { rightsOf, testWorkspace } from '../testing/workspace.ts';
import { isRare } from './is-rare.ts';

it('lists the same records, whether the words are in few or in many', async () => {
  const w = await testWorkspace();
  const ctx = await w.system();
  const member = await w.addMember(await w.addRole({ box: rightsOf('own') }));
  const made = await createRecords(ctx, 'box', [{ name: 'Thùng 0' }]);
  const [first] = made;
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  // Far more than can be made one by one in a test.
  await ctx.db.query(
    `with made as (
       insert into ${table('box')} select copy.* from ${table('box')} b, generate_series(1, 6000) i,
         jsonb_populate_record(b, jsonb_build_object(
           'id', gen_random_uuid(), 'code', 'T' || i, 'name', 'Thùng ' || i,
           'created_at', b.created_at + i * interval '1 second',
           'owner', case when i = 77 then $2::text end)) copy
       where b.id = $1 returning id, name
     )
     insert into ${table('search_document')} (object, record_id, title, body, name_key)
     select 'box', id, name, lower(public.unaccent(name)), lower(public.unaccent(name)) from made`,
    [first?.id, member],
  );
  // Who reads and writes may not.
  await w.database.owner.query(`analyze ${table('search_document')}`);
  const box = ctx.model.objects.get('box');
  if (!box) throw new Error('no boxes');
  expect([await isRare(ctx, box, 'thung'), await isRare(ctx, box, 'thung 5999')]).toEqual([
    false,
    true,
  ]);
  const names = ({ items }: Awaited<ReturnType<typeof list>>) => items.map(({ name }) => name);

  const many = await list(ctx, 'box', { q: 'thùng', limit: 2 });
  expect(names(many)).toEqual(['Thùng 6000', 'Thùng 5999']);
  expect(many.total).toEqual({ value: 1000, exact: false });
  const onward = { q: 'thùng', limit: 2, cursor: many.nextCursor ?? '' };
  expect(names(await list(ctx, 'box', onward))).toEqual(['Thùng 5998', 'Thùng 5997']);

  const few = await list(ctx, 'box', { q: 'thùng 599', limit: 200 });
  const expected = Array.from({ length: 6001 }, (_, i) => `Thùng ${6000 - i}`).filter((name) =>
    name.includes('599'),
  );
  expect(names(few)).toEqual(expected);
  expect(few.total).toEqual({ value: expected.length, exact: true });

  // Only what one may see is found, and counted.
  const own = await w.as(member);
  for (const q of ['thung', 'thung 77'])
    expect(await list(own, 'box', { q })).toMatchObject({
      items: [{ name: 'Thùng 77' }],
      total: { value: 1, exact: true },
    });
});
