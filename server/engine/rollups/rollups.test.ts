import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { listHistory } from '../history/list-history.ts';
import {
  createRecords,
  get,
  list,
  mergeRecords,
  removeRecords,
  restoreRecords,
  updateRecords,
} from '../records/index.ts';
import { testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { refreshMovingRollups } from './refresh-moving.ts';

const label = (vi: string, en: string) => ({ vi, en });

/** A shelf knows what its books say of it. */
const shelf = defineObject({
  key: 'shelf',
  path: 'shelves',
  label: label('Kệ', 'Shelf'),
  pluralLabel: label('Kệ', 'Shelves'),
  title: 'name',
  reach: 'owned',
  fields: {
    name: f.text(label('Tên', 'Name'), { required: true }),
    books: f.number(label('Số sách', 'Books'), {
      index: true,
      rollup: { of: 'book.shelf', fn: 'count' },
    }),
    pages: f.number(label('Số trang', 'Pages'), {
      rollup: { of: 'book.shelf', fn: 'sum', field: 'pages' },
    }),
    lastRead: f.dateTime(label('Đọc gần nhất', 'Last read'), {
      rollup: {
        of: 'book.shelf',
        fn: 'max',
        field: 'readAt',
        where: { field: 'lent', op: 'ne', value: true },
      },
    }),
    readLately: f.number(label('Đọc gần đây', 'Read lately'), {
      rollup: {
        of: 'book.shelf',
        fn: 'count',
        where: { field: 'readAt', op: 'gte', value: { relative: 'last30Days' } },
      },
    }),
    readEvery: f.number(label('Nhịp đọc', 'Days between readings'), {
      rollup: { of: 'book.shelf', fn: 'everyDays', field: 'readAt' },
    }),
    quietFrom: f.dateTime(label('Im từ', 'Quiet from'), {
      rollup: { of: 'book.shelf', fn: 'quietFrom', times: 2, field: 'readAt' },
    }),
    named: f.number(label('Được nhắc', 'Mentioned'), {
      rollup: { of: 'book.mentions', fn: 'count' },
    }),
  },
});

const book = defineObject({
  key: 'book',
  path: 'books',
  label: label('Sách', 'Book'),
  pluralLabel: label('Sách', 'Books'),
  title: 'name',
  reach: 'shared',
  fields: {
    name: f.text(label('Tên', 'Name'), { required: true }),
    shelf: f.relation(label('Kệ', 'Shelf'), { to: 'shelf' }),
    mentions: f.relations(label('Nhắc đến', 'Mentions'), { to: 'shelf' }),
    pages: f.number(label('Số trang', 'Pages')),
    readAt: f.dateTime(label('Đọc lúc', 'Read at')),
    lent: f.boolean(label('Cho mượn', 'Lent')),
  },
});

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace({ objects: [shelf, book], rules: new Map() });
});
const daysAgo = (days: number, now: Date) =>
  new Date(now.getTime() - days * 86_400_000).toISOString();

async function newShelf(name = 'A'): Promise<string> {
  const [made] = await createRecords(await w.system(), 'shelf', [{ name }]);
  return String(made?.id);
}

describe('a field worked out from records that point here', () => {
  it('follows their creation, change, removal and return', async () => {
    const ctx = await w.system();
    const [one, two] = [await newShelf(), await newShelf('B')];
    const made = await createRecords(ctx, 'book', [
      { name: 'x', shelf: one, pages: 100, readAt: daysAgo(10, ctx.now) },
      { name: 'y', shelf: one, pages: 50, readAt: daysAgo(2, ctx.now), lent: true },
      { name: 'z', mentions: [one, two] },
    ]);
    const [x, y] = made.map(({ id }) => id);
    expect(await get(ctx, 'shelf', one)).toMatchObject({
      books: 2,
      pages: 150,
      lastRead: daysAgo(10, ctx.now),
      readLately: 2,
      readEvery: 8,
      named: 1,
    });
    await updateRecords(ctx, 'book', [{ id: String(y), values: { shelf: two } }]);
    expect(await get(ctx, 'shelf', one)).toMatchObject({ books: 1, pages: 100, readEvery: null });
    expect(await get(ctx, 'shelf', two)).toMatchObject({ books: 1, pages: 50, lastRead: null });
    await removeRecords(ctx, 'book', [{ id: String(x) }]);
    expect(await get(ctx, 'shelf', one)).toMatchObject({ books: 0, pages: null });
    await restoreRecords(ctx, 'book', [String(x)]);
    const { items } = await list(ctx, 'shelf', {
      where: { field: 'books', op: 'gte', value: 1 },
      sort: '-books',
    });
    expect(items.map(({ id }) => id).toSorted()).toEqual([one, two].toSorted());
  });

  it('knows when a rhythm is broken, once three times have made one', async () => {
    const ctx = await w.system();
    const id = await newShelf();
    const readAt = (days: number) => ({ name: 'x', shelf: id, readAt: daysAgo(days, ctx.now) });
    await createRecords(ctx, 'book', [readAt(30), readAt(22)]);
    expect(await get(ctx, 'shelf', id)).toMatchObject({ readEvery: 8, quietFrom: null });
    await createRecords(ctx, 'book', [readAt(10)]);
    expect(await get(ctx, 'shelf', id)).toMatchObject({
      readEvery: 10,
      quietFrom: daysAgo(-10, ctx.now),
    });
  });

  it('is nobody\u2019s change: no version, no line in the history, and not to be written', async () => {
    const ctx = await w.system();
    const id = await newShelf();
    await createRecords(ctx, 'book', [{ name: 'x', shelf: id }]);
    expect(await get(ctx, 'shelf', id)).toMatchObject({ version: 1, books: 1 });
    expect((await listHistory(ctx, 'shelf', id)).items).toHaveLength(1);
    const member = await w.as(await w.addMember(await w.addRole('administrator')));
    const wrong = updateRecords(member, 'shelf', [{ id, values: { books: 7 } }]);
    await expect(wrong).rejects.toMatchObject({ errors: [{ path: 'books', code: 'notWritable' }] });
  });

  it('tells who watches the record', async () => {
    const ctx = await w.system();
    const id = await newShelf();
    await createRecords(ctx, 'book', [{ name: 'x', shelf: id }]);
    const rows = await ctx.db.query(
      `select kind, fields from "${w.schema}".outbox where record_id = $1 order by id`,
      [id],
    );
    expect(rows.map(([kind]) => kind)).toEqual(['record.create', 'record.derive']);
  });

  it('counts every one of those written at the same time', async () => {
    const id = await newShelf();
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) =>
        createRecords(await w.system(), 'book', [{ name: `n${n}`, shelf: id, pages: 1 }]),
      ),
    );
    expect(await get(await w.system(), 'shelf', id)).toMatchObject({ books: 20, pages: 20 });
  });

  it('follows a merge, which moves what points to a record without writing it', async () => {
    const ctx = await w.system();
    const [one, two] = [await newShelf(), await newShelf('B')];
    await createRecords(ctx, 'book', [
      { name: 'x', shelf: one },
      { name: 'y', shelf: two },
    ]);
    await mergeRecords(ctx, 'shelf', one, { ids: [two] });
    expect(await get(ctx, 'shelf', one)).toMatchObject({ books: 2 });
  });

  it('counts days by the clock of the company, wherever the writer is', async () => {
    const system = await w.system();
    const id = await newShelf();
    const today = Temporal.Instant.fromEpochMilliseconds(system.now.getTime())
      .toZonedDateTimeISO(system.workspace.settings.timeZone)
      .startOfDay();
    const first = today.subtract({ days: 29 });
    const readAt = first.add({ minutes: 1 }).toInstant().toString();
    // Where the day ends long before, it would not be among the last thirty any more.
    const now = new Date(today.add({ hours: 12 }).epochMilliseconds);
    const there = { ...system, now, actor: { ...system.actor, timeZone: 'Pacific/Kiritimati' } };
    await createRecords(there, 'book', [{ name: 'x', shelf: id, readAt }]);
    expect(await get(system, 'shelf', id)).toMatchObject({ readLately: 1 });
    const earlier = first.subtract({ minutes: 1 }).toInstant().toString();
    const behind = { ...there, actor: { ...system.actor, timeZone: 'Pacific/Pago_Pago' } };
    await createRecords(behind, 'book', [{ name: 'y', shelf: id, readAt: earlier }]);
    expect(await get(system, 'shelf', id)).toMatchObject({ readLately: 1, books: 2 });
  });

  it('is worked out anew when the stretch of time it counts moves on', async () => {
    const now = await w.system();
    const id = await newShelf();
    await createRecords(now, 'book', [{ name: 'x', shelf: id, readAt: daysAgo(20, now.now) }]);
    expect(await get(now, 'shelf', id)).toMatchObject({ readLately: 1 });
    const later = { ...now, now: new Date(now.now.getTime() + 15 * 86_400_000) };
    await refreshMovingRollups(later);
    expect(await get(now, 'shelf', id)).toMatchObject({ readLately: 0, books: 1 });
  });
});
