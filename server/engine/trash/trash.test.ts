import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { lastCheck, runChecks } from '../checks/run-checks.ts';
import { storedName } from '../files/file-name.ts';
import { keepFiles, storeFile } from '../files/upload-files.ts';
import { attachToRecord } from '../files/attach-to-record.ts';
import { followRecord } from '../followers/follow-record.ts';
import { eventually } from '#server/testing/eventually.ts';
import { createRecords, get, removeRecords, updateRecords } from '../records/index.ts';
import { mergeRecords } from '../records/merge.ts';
import { shareRecord } from '../sharing/share-record.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { eraseRecords } from './erase-records.ts';
import { listTrash, restoreMany } from './list-trash.ts';
import { nightly } from './nightly.ts';
import { purgeTrash } from './purge-trash.ts';

let w: TestWorkspace;
let boss: string;
let clerk: string;
let colleague: string;
beforeAll(async () => {
  w = await testWorkspace();
  boss = await w.addMember(await w.addRole('administrator'));
  const own = await w.addRole({ '*': rightsOf('own') });
  clerk = await w.addMember(own);
  colleague = await w.addMember(own);
});

const code = (expected: string) => expect.objectContaining({ code: expected });
const sql = async (text: string, ...values: unknown[]) =>
  (await w.database.owner.query<Record<string, unknown>>(text, values)).rows;

async function make(memberId: string, object: string, values: object): Promise<string> {
  const [made] = await createRecords(await w.as(memberId), object, [values]);
  return String(made?.id);
}

/** Every table of the workspace in which a text occurs, by what its rows say. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await sql(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r'`,
    w.schema,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql(
      `select 1 from ${w.schema}.${String(name)} t where position($1 in t::text) > 0 limit 1`,
      text,
    );
    if (rows.length > 0) found.push(String(name));
  }
  return found.toSorted((a, b) => a.localeCompare(b));
}

/** A box with everything that can hang on one. */
async function makeFullBox(secret: string) {
  const ctx = await w.as(clerk);
  const id = await make(clerk, 'box', { name: secret, phones: ['0912345678'], marks: [secret] });
  await updateRecords(ctx, 'box', [{ id, values: { notes: `${secret} hai` } }]);
  const toy = await make(clerk, 'toy', { name: secret, box: id });
  await shareRecord(ctx, 'box', id, { grantee: { member: colleague }, level: 'read' });
  await followRecord(ctx, 'box', id, [clerk, colleague]);
  const file = await storeFile(ctx, { name: `${secret}.txt`, content: Readable.from(['x']) });
  await keepFiles(ctx, [file]);
  await attachToRecord(ctx, 'box', id, [file.id]);
  const neighbour = await make(clerk, 'box', { name: 'Bên', neighbours: [id], parent: id });
  return { id, toy, file, neighbour };
}

/** As an ended import leaves it that wrote the record, and quotes a cell of another row. Gives the name of its file. */
async function importedBy(recordId: string, cell: string): Promise<string> {
  const ctx = await w.system();
  const [{ id } = {}] = await sql(
    `insert into ${w.schema}.import (id, object, state, stored, file_name, size, options, counts, finished_at)
     values (gen_random_uuid(), 'box', 'done', 'import-of-' || $1::text, 'a.csv', 1, '{}', '{}', now()) returning id`,
    recordId,
  );
  await ctx.files.write(`import-of-${recordId}`, Readable.from([cell]), 1000);
  await sql(
    `insert into ${w.schema}.import_row (import_id, row, object, action, record_id) values ($1, 2, 'box', 'create', $2)`,
    id,
    recordId,
  );
  await sql(
    `insert into ${w.schema}.import_problem (import_id, phase, row, number, rejects, column_name, value, code, params)
     values ($1, 'run', 3, 0, true, 'A', $2, 'badFormat', '{}')`,
    id,
    cell,
  );
  return `import-of-${recordId}`;
}

describe('the recycle bin', () => {
  it('shows what one may restore, over all objects, in pages, and takes several back at once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      const id = await make(clerk, 'box', { name: `Bỏ ${i}` });
      await removeRecords(await w.as(clerk), 'box', [{ id }]);
      ids.unshift(id);
    }
    const card = await make(clerk, 'colourCard', { name: 'Thẻ' });
    await removeRecords(await w.as(clerk), 'colourCard', [{ id: card }]);
    const foreign = await make(colleague, 'box', { name: 'Khác' });
    await removeRecords(await w.as(colleague), 'box', [{ id: foreign }]);
    const ctx = await w.as(clerk);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTrash(ctx, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([card, ...ids]);
    const { items } = await listTrash(ctx, { object: 'box', limit: 1 });
    expect(items).toMatchObject([{ object: 'box', title: 'Bỏ 4', deletedBy: { id: clerk } }]);
    expect((await listTrash(ctx, { q: 'bo 3' })).items).toMatchObject([{ title: 'Bỏ 3' }]);
    expect((await listTrash(ctx, { q: 'khac' })).items).toEqual([]);
    await expect(
      restoreMany(ctx, [
        { object: 'box', id: ids[0] ?? '' },
        { object: 'box', id: foreign },
      ]),
    ).rejects.toThrow(code('notFound'));
    await expect(get(ctx, 'box', ids[0] ?? '')).rejects.toThrow(code('notFound'));
    await restoreMany(ctx, [
      { object: 'box', id: ids[0] ?? '' },
      { object: 'colourCard', id: card },
    ]);
    expect((await get(ctx, 'colourCard', card)).id).toBe(card);
    await expect(listTrash(ctx, { cursor: 'x' })).rejects.toThrow(code('invalid'));
    await expect(listTrash(ctx, { object: 'none' })).rejects.toThrow(code('notFound'));
  });

  it('is emptied of what is older than 30 days, with all that hung on it, but not of its history', async () => {
    const { id, toy, file, neighbour } = await makeFullBox('Xưacũ');
    const young = await make(clerk, 'box', { name: 'Mới bỏ' });
    await removeRecords(await w.as(clerk), 'box', [{ id }, { id: young }]);
    await sql(
      `update ${w.schema}.box set deleted_at = now() - interval '31 days' where id = $1`,
      id,
    );
    const ctx = await w.system();
    const [{ id: lastEvent } = {}] = await sql(`select max(id) as id from ${w.schema}.outbox`);
    expect(await purgeTrash(ctx)).toBe(1);
    for (const table of ['box', 'toy'])
      expect(await sql(`select 1 from ${w.schema}.${table} where id = any($1)`, [id, toy])).toEqual(
        [],
      );
    for (const table of ['share', 'follower', 'search_document', 'file', 'match_key'])
      expect(await sql(`select 1 from ${w.schema}.${table} where record_id = $1`, id)).toEqual([]);
    await expect(ctx.files.read(storedName(ctx, file.id))).rejects.toThrow(code('notFound'));
    expect(await sql(`select 1 from ${w.schema}.history where record_id = $1`, id)).not.toEqual([]);
    expect(await get(ctx, 'box', neighbour)).toMatchObject({ parent: null, neighbours: null });
    // That other records point elsewhere by now is a change of theirs like any other.
    expect(await get(ctx, 'box', neighbour)).toMatchObject({ version: 3, updatedBy: null });
    expect(
      await sql(
        `select version, reason, changes from ${w.schema}.history where record_id = $1 and version > 1 order by version`,
        neighbour,
      ),
    ).toEqual([
      { version: 2, reason: 'purge', changes: { parent: [id, null] } },
      { version: 3, reason: 'purge', changes: { neighbours: [[id], null] } },
    ]);
    expect(
      await sql(
        `select fields from ${w.schema}.outbox where record_id = $1 and id > $2 order by id`,
        neighbour,
        lastEvent,
      ),
    ).toEqual([{ fields: ['parent'] }, { fields: ['neighbours'] }]);
    expect(await sql(`select 1 from ${w.schema}.box where id = $1`, young)).toHaveLength(1);
    expect((await runChecks(ctx)).problems).toEqual([]);
  });
});

describe('erasing for privacy', () => {
  it('leaves nothing of a record anywhere but one line without values', async () => {
    const secret = 'Bímậtzq';
    const { id, neighbour } = await makeFullBox(secret);
    const kept = await make(clerk, 'box', { name: 'Giữ' });
    const file = await importedBy(id, secret);
    // The catalogue learns a word after the commit.
    const before = await eventually(async () => {
      const names = await tablesWith(secret);
      return names.includes('tag') ? names : undefined;
    });
    expect(before).toEqual(
      expect.arrayContaining(['box', 'file', 'history', 'import_problem', 'tag', 'toy']),
    );
    await expect(eraseRecords(await w.as(clerk), w, 'box', [id])).rejects.toThrow(
      code('forbidden'),
    );
    expect(await tablesWith(secret)).toEqual(before);
    await eraseRecords(await w.as(boss), w, 'box', [id]);
    expect(await tablesWith(secret)).toEqual([]);
    await expect((await w.system()).files.read(file)).rejects.toThrow(code('notFound'));
    const rows = await sql(
      `select action, changes, actor_id from ${w.schema}.history where record_id = $1`,
      id,
    );
    expect(rows).toEqual([{ action: 'erase', changes: {}, actor_id: boss }]);
    const ctx = await w.system();
    expect(await get(ctx, 'box', neighbour)).toMatchObject({ parent: null, neighbours: null });
    expect((await get(ctx, 'box', kept)).id).toBe(kept);
    await expect(eraseRecords(await w.as(boss), w, 'box', [id])).rejects.toThrow(code('notFound'));
  });

  it('erases what was merged into a record too, but not what was taken out of the trash since', async () => {
    const secret = 'Gộpmấtzq';
    const ctx = await w.system();
    const ids: string[] = [];
    for (const name of ['Một', secret, secret, 'Ra'])
      ids.push(await make(clerk, 'box', { name, marks: ['chung'] }));
    const [a = '', b = '', c = '', out = ''] = ids;
    await mergeRecords(ctx, 'box', b, { ids: [c] });
    await mergeRecords(ctx, 'box', a, { ids: [b, out] });
    await restoreMany(ctx, [{ object: 'box', id: out }]);
    await eraseRecords(await w.as(boss), w, 'box', [a]);
    const left = await sql(`select id from ${w.schema}.box where id = any($1)`, ids);
    expect(left).toEqual([{ id: out }]);
    expect(await tablesWith(secret)).toEqual([]);
    // Its word is carried on by another.
    const tags = await sql(`select name from ${w.schema}.tag where folded = 'chung'`);
    expect(tags).toEqual([{ name: 'chung' }]);
  });

  it('erases all or none', async () => {
    const id = await make(clerk, 'box', { name: 'Còn' });
    await expect(eraseRecords(await w.as(boss), w, 'box', [id, w.id])).rejects.toThrow(
      code('notFound'),
    );
    expect((await get(await w.system(), 'box', id)).id).toBe(id);
  });
});

describe('the nightly job', () => {
  it('finds what belongs to nothing and keeps the result', async () => {
    const ctx = await w.system();
    const ghost = '01900000-0000-7000-8000-00000000dead';
    const file = await storeFile(await w.as(clerk), {
      name: 'a.txt',
      content: Readable.from(['x']),
    });
    await keepFiles(await w.as(clerk), [file]);
    await ctx.files.remove(storedName(ctx, file.id));
    await sql(
      `insert into ${w.schema}.share (object, record_id, grantee_id, grantee, level) values ('box', $1, $2, 'member', 'read')`,
      ghost,
      clerk,
    );
    const box = await make(clerk, 'box', { name: 'Treo' });
    await sql(
      `update ${w.schema}.box set neighbours = array[$1::uuid], photo = $1 where id = $2`,
      ghost,
      box,
    );
    await nightly.run(ctx);
    const found = await lastCheck(ctx);
    expect(found?.problems).toEqual([
      { kind: 'orphan', place: 'share:box', count: 1, examples: [ghost] },
      { kind: 'dangling', place: 'box.neighbours', count: 1, examples: [box] },
      { kind: 'dangling', place: 'box.photo', count: 1, examples: [box] },
      { kind: 'fileWithoutBytes', place: 'file', count: 1, examples: [file.id] },
    ]);
    await sql(`delete from ${w.schema}.share where record_id = $1`, ghost);
    await sql(`update ${w.schema}.box set neighbours = null, photo = null where id = $1`, box);
    await sql(`delete from ${w.schema}.file where id = $1`, file.id);
    await nightly.run(ctx);
    expect(await lastCheck(ctx)).toMatchObject({ problems: [] });
  });

  it('lets old events go', async () => {
    const ctx = await w.system();
    await make(clerk, 'box', { name: 'Cũ' });
    await sql(`update ${w.schema}.outbox set at = now() - interval '26 hours'`);
    const id = await make(clerk, 'box', { name: 'Mới' });
    await nightly.run(ctx);
    const rows = await sql(`select record_id from ${w.schema}.outbox`);
    expect(rows).toEqual([{ record_id: id }]);
  });
});
