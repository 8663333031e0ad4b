import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { createRecords, removeRecords } from '../records/index.ts';
import { toyObjects } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { listUnread, mostCounted } from './list-unread.ts';
import { markAllRead, markRead } from './mark-read.ts';

const book = defineObject({
  key: 'book',
  path: 'books',
  label: { vi: 'Sách', en: 'Book' },
  pluralLabel: { vi: 'Sách', en: 'Books' },
  title: 'name',
  reach: 'owned',
  confidential: true,
  participants: ['readers'],
  unread: { of: 'page.book', latest: 'lastPage' },
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    readers: f.members({ vi: 'Người đọc', en: 'Readers' }),
    lastPage: f.dateTime(
      { vi: 'Trang cuối', en: 'Last page' },
      { index: true, rollup: { of: 'page.book', fn: 'max', field: 'createdAt' } },
    ),
  },
});
const page = defineObject({
  key: 'page',
  path: 'pages',
  label: { vi: 'Trang', en: 'Page' },
  pluralLabel: { vi: 'Trang', en: 'Pages' },
  title: 'name',
  reach: 'owned',
  confidential: true,
  seenWith: ['book'],
  indexes: [['book', 'createdAt']],
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    book: f.relation({ vi: 'Sách', en: 'Book' }, { to: 'book', required: true }),
  },
});

let w: TestWorkspace;
let own: string;
beforeAll(async () => {
  w = await testWorkspace({ objects: [...toyObjects, book, page], rules: new Map() });
  own = await w.addRole({ '*': rightsOf('own') });
});

async function begin() {
  const writer = await w.addMember(own);
  const reader = await w.addMember(own);
  const [made] = await createRecords(await w.as(writer), 'book', [
    { name: 'Sổ', readers: [reader] },
  ]);
  const id = String(made?.id);
  const write = async (names: readonly string[]) =>
    createRecords(
      await w.as(writer),
      'page',
      names.map((name) => ({ name, book: id })),
    );
  const unread = async (member: string) =>
    (await listUnread(await w.as(member), 'book')).map((each) => [each.id, each.count]);
  return { writer, reader, id, write, unread };
}

describe('what is unread', () => {
  it('is counted for each reader by itself, and never what one wrote', async () => {
    const { writer, reader, id, write, unread } = await begin();
    await write(['một', 'hai']);
    expect(await unread(reader)).toEqual([[id, 2]]);
    expect(await unread(writer)).toEqual([]);
    expect(await unread(await w.addMember(own))).toEqual([]);
  });

  it('ends where one has read to, and never moves back', async () => {
    const { reader, id, write, unread } = await begin();
    const [first] = await write(['một']);
    const [second] = await write(['hai']);
    const at = (record: typeof first) => new Date(String(record?.['createdAt']));
    await markRead(await w.as(reader), 'book', id, at(first));
    expect(await unread(reader)).toEqual([[id, 1]]);
    await markRead(await w.as(reader), 'book', id, at(second));
    await markRead(await w.as(reader), 'book', id, at(first));
    expect(await unread(reader)).toEqual([]);
    await write(['ba']);
    expect(await unread(reader)).toEqual([[id, 1]]);
  });

  it('goes with what is removed, and altogether at once', async () => {
    const { writer, reader, id, write, unread } = await begin();
    const [page] = await write(['một', 'hai']);
    await removeRecords(await w.as(writer), 'page', [{ id: String(page?.id) }]);
    expect(await unread(reader)).toEqual([[id, 1]]);
    await markAllRead(await w.as(reader), 'book');
    expect(await unread(reader)).toEqual([]);
    await write(['ba']);
    expect(await unread(reader)).toEqual([[id, 1]]);
  });

  it('is counted up to a number and not beyond', async () => {
    const { reader, id, write, unread } = await begin();
    await write(Array.from({ length: mostCounted + 20 }, (_, i) => `trang ${i}`));
    expect(await unread(reader)).toEqual([[id, mostCounted + 1]]);
  });

  it('is nobody else’s to mark, and nothing of what one may not see', async () => {
    const { id } = await begin();
    const stranger = await w.as(await w.addMember(own));
    await expect(markRead(stranger, 'book', id, new Date())).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(listUnread(stranger, 'box')).rejects.toMatchObject({ code: 'notFound' });
  });
});
