import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRecords, list, removeRecords, updateRecords } from '../../records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../../testing/workspace.ts';
import type { Ctx } from '../../context.ts';
import type { FieldInput } from '../../settings/input.ts';
import { createField } from '../../settings/index.ts';
import {
  addImportOptions,
  approveImport,
  cancelImport,
  changeImportOptions,
  getImport,
  listImports,
  listProblems,
  nightlyForgetImports,
  rejectedRows,
  runImportNow,
  startImport,
  undoImport,
} from './index.ts';
import { importFile } from './testing.ts';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';

let w: TestWorkspace;
let ctx: Ctx;
beforeAll(async () => {
  w = await testWorkspace();
});
beforeEach(async () => {
  ctx = await w.system();
  for (const object of ['toy', 'box', 'colourCard']) {
    const { items } = await list(ctx, object, { limit: 200 });
    await removeRecords(
      ctx,
      object,
      items.map(({ id }) => ({ id })),
    );
  }
});

const boxes = async (fields: string[] = ['name']) =>
  (await list(ctx, 'box', { sort: 'name', fields, limit: 200 })).items;
const names = async () => (await boxes()).map(({ name }) => name);
const problemsOf = async (id: string, phase: 'check' | 'run' | 'undo') =>
  (await listProblems(ctx, id, phase)).items.map(({ row, column, value, code, rejects }) => [
    row,
    column,
    value,
    code,
    rejects,
  ]);
const undo = async (id: string) => {
  await undoImport(ctx, id, { here: true });
  return runImportNow(ctx, id);
};

const mixed =
  'Tên;Số lượng;SĐT;Màu\nHộp A;3;0901234567 / 0912345678;Đỏ\nHộp B;4;;xanh la\n;5;;\nHộp C;x;;tím\n';

describe('a dry run', () => {
  it('counts and names every problem, and writes nothing', async () => {
    const checked = await importFile(ctx, 'box', mixed);
    expect(checked).toMatchObject({ state: 'checked', failure: null, total: 4 });
    expect(checked.counts.check).toMatchObject({ created: 2, rejected: 2 });
    expect(await problemsOf(checked.id, 'check')).toEqual([
      [4, 'Tên', null, 'required', true],
      [5, 'Số lượng', 'x', 'badFormat', true],
      [5, 'Màu', 'tím', 'notAnOption', true],
    ]);
    expect(await names()).toEqual([]);
    await approveImport(ctx, checked.id, { here: true });
    expect((await runImportNow(ctx, checked.id)).counts.run).toMatchObject({
      created: 2,
      rejected: 2,
    });
    expect(await names()).toEqual(['Hộp A', 'Hộp B']);
  });

  it('counts what rows of one file do to each other as the run does', async () => {
    await createRecords(ctx, 'box', [{ name: 'Cũ', pieces: 1 }]);
    const file = 'Tên,Số lượng\nMới,1\nCũ,1\nMới,1\nmoi,2\nCũ,5\nCũ,5\n';
    const done = await importFile(ctx, 'box', file, { run: true });
    expect(done.counts.run).toMatchObject({ created: 1, updated: 2, unchanged: 3, rejected: 0 });
    expect(done.counts.check).toEqual(done.counts.run);
    expect((await boxes(['name', 'pieces'])).map(({ name, pieces }) => [name, pieces])).toEqual([
      ['Cũ', 5],
      ['Mới', 2],
    ]);
  });
});

describe('an import', () => {
  it('splits cells, reads labels, and changes nothing the second time', async () => {
    const done = await importFile(ctx, 'box', mixed, { run: true });
    expect(done.plan?.columns.map(({ target }) => target)).toEqual([
      'name',
      'pieces',
      'phones',
      'colour',
    ]);
    expect(
      (await boxes(['name', 'pieces', 'phones', 'colour'])).map(
        ({ name, pieces, phones, colour }) => [name, pieces, phones, colour],
      ),
    ).toEqual([
      ['Hộp A', 3, ['+84901234567', '+84912345678'], 'red'],
      ['Hộp B', 4, null, 'green'],
    ]);
    const again = await importFile(ctx, 'box', mixed, { run: true });
    expect(again.counts.run).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 2 });
  });

  it('undoes what it made and changed, once, and leaves what somebody changed since', async () => {
    const [old, touched] = await createRecords(ctx, 'box', [
      { name: 'Cũ', pieces: 1 },
      { name: 'Sửa', pieces: 1 },
    ]);
    const done = await importFile(ctx, 'box', 'Tên,Số lượng\nCũ,7\nSửa,7\nMới,7\n', { run: true });
    expect(done.counts.run).toMatchObject({ created: 1, updated: 2 });
    await updateRecords(ctx, 'box', [{ id: touched?.id ?? '', values: { pieces: 9 } }]);
    const undone = await undo(done.id);
    expect(undone).toMatchObject({
      state: 'undone',
      counts: { undo: { removed: 1, restored: 1, kept: 1 } },
    });
    expect((await boxes(['name', 'pieces'])).map(({ name, pieces }) => [name, pieces])).toEqual([
      ['Cũ', 1],
      ['Sửa', 9],
    ]);
    expect(await problemsOf(done.id, 'undo')).toEqual([[3, 'Số lượng', null, 'stale', true]]);
    expect(old?.version).toBe(1);
    await expect(undoImport(ctx, done.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('skips or creates matching records when told so', async () => {
    await createRecords(ctx, 'box', [{ name: 'Cũ', pieces: 1 }]);
    const file = 'Tên,Số lượng\nCũ,7\nMới,7\n';
    const skipped = await importFile(ctx, 'box', file, { run: true, onMatch: 'skip' });
    expect(skipped.counts.run).toMatchObject({ created: 1, skipped: 1 });
    const doubled = await importFile(ctx, 'box', file, { run: true, onMatch: 'create' });
    expect(doubled.counts.run).toMatchObject({ created: 2 });
    expect(await names()).toEqual(['Cũ', 'Cũ', 'Mới', 'Mới']);
  });

  it('refuses a row that matches several records', async () => {
    await createRecords(ctx, 'box', [{ name: 'Đôi' }, { name: 'Đôi' }]);
    const done = await importFile(ctx, 'box', 'Tên,Số lượng\nĐôi,7\n', { run: true });
    expect(done.counts.run).toMatchObject({ rejected: 1 });
    expect(await problemsOf(done.id, 'run')).toEqual([[2, null, 'Đôi', 'ambiguous', true]]);
  });

  it('says which columns are for nothing, and takes those it is told of', async () => {
    const file = 'Tên,Vô nghĩa,Gì đó\nA,1,Đỏ\n';
    const checked = await importFile(ctx, 'box', file, {
      columns: { 'Gì đó': { target: 'colour' }, 'Vô nghĩa': { target: null } },
    });
    expect(checked.plan?.columns.map(({ by, target }) => [by, target])).toEqual([
      ['name', 'name'],
      ['ignored', null],
      ['given', 'colour'],
    ]);
    const open = await importFile(ctx, 'box', file);
    expect(open.plan?.columns.map(({ by }) => by)).toEqual(['name', 'notMapped', 'notMapped']);
    const wrong = await importFile(ctx, 'box', file, {
      columns: { 'Gì đó': { target: 'nothing' } },
    });
    expect(wrong).toMatchObject({
      state: 'failed',
      failure: { message: 'columns.Gì đó.target: Không có trường này: nothing.' },
    });
  });

  it('knows columns without a heading by their values', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => `Hộp ${i},${i},a${i}@x.vn,090123456${i}`).join(
      '\n',
    );
    const { plan } = await importFile(ctx, 'box', `Tên,Số lượng,,\n${rows}\n`);
    expect(plan?.columns.map(({ target }) => target)).toEqual(['name', 'pieces', 'email', 'phone']);
  });

  it('maps texts that are no option, or leaves the field empty and says so', async () => {
    const file = 'Tên,Màu\nA,tím\nB,do\n';
    const mapped = await importFile(ctx, 'box', file, {
      columns: { Màu: { target: 'colour', values: { tím: 'blue' } } },
    });
    expect(mapped.counts.check).toMatchObject({ created: 2 });
    const emptied = await importFile(ctx, 'box', file, {
      columns: { Màu: { target: 'colour', onProblem: 'empty' } },
    });
    expect(emptied.counts.check).toMatchObject({ created: 2 });
    expect(await problemsOf(emptied.id, 'check')).toEqual([
      [2, 'Màu', 'tím', 'notAnOption', false],
    ]);
  });

  it('takes the people that texts were said to mean', async () => {
    const lan = await w.addMember(await w.addRole('administrator'));
    ctx = await w.system();
    const file = 'Tên,Người gói,Người phụ\nA,Lan,"Lan; Mai"\nB,Hoa,\n';
    const asked = await importFile(ctx, 'box', file);
    expect(await problemsOf(asked.id, 'check')).toEqual([
      [2, 'Người gói', 'Lan', 'notFound', true],
      [2, 'Người phụ', 'Lan; Mai', 'notFound', true],
      [2, 'Người phụ', 'Lan; Mai', 'notFound', true],
      [3, 'Người gói', 'Hoa', 'notFound', true],
    ]);
    const { items } = await listProblems(ctx, asked.id, 'check');
    expect(items.map(({ params }) => params['value'])).toEqual(['Lan', 'Lan', 'Mai', 'Hoa']);
    const told = await importFile(ctx, 'box', file, {
      columns: {
        'Người gói': { target: 'packer', values: { Lan: lan, Hoa: null } },
        'Người phụ': { target: 'helpers', values: { Lan: lan, Mai: null } },
      },
      run: true,
    });
    expect(told.counts.run).toMatchObject({ created: 2, rejected: 0 });
    const [first, second] = await boxes(['packer', 'helpers']);
    expect(first).toMatchObject({ packer: { id: lan }, helpers: [{ id: lan }] });
    expect(second).toMatchObject({ packer: null });
  });

  it('makes options of unknown texts where an administrator allows it', async () => {
    const admin = await w.addMember(await w.addRole('administrator'));
    const options = [{ value: 'big', label: { vi: 'To', en: 'Big' } }];
    const field = {
      kind: 'select',
      key: 'shape',
      label: { vi: 'Dáng', en: 'Shape' },
      options,
      open: true,
    };
    // Checked by the function itself, as what a request brings.
    await createField(await w.as(admin), w.workspaces, 'box', field as unknown as FieldInput);
    const { id } = await importFile(
      await w.as(admin),
      'box',
      'Tên,Dáng\nA,To\nB,Tròn xoe\nC,tron xoe\n',
    );
    await addImportOptions(await w.as(admin), w.workspaces, id, { here: true });
    // One text means an option that is there; the other is a new one.
    const some = await importFile(await w.as(admin), 'box', 'Tên,Dáng\nA,bự\nB,Dẹt\n');
    const values = { bự: 'big' };
    const adding = { here: true, column: 'Dáng', values };
    await addImportOptions(await w.as(admin), w.workspaces, some.id, adding);
    const mixed = await runImportNow(await w.as(admin), some.id);
    expect(mixed.counts.check).toMatchObject({ created: 2, rejected: 0 });
    const checked = await runImportNow(await w.as(admin), id);
    expect(checked.counts.check).toMatchObject({ created: 3, rejected: 0 });
    const added = (await w.system()).model.objects.get('box')?.fields.get('shape');
    expect(added).toMatchObject({
      options: [
        { value: 'big' },
        { value: 'tron_xoe', label: { vi: 'Tròn xoe' } },
        { value: 'det' },
      ],
    });
    const closed = await importFile(await w.as(admin), 'box', 'Tên,Màu\nA,tím\n');
    await expect(
      addImportOptions(await w.as(admin), w.workspaces, closed.id),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  it('asks for the order of days when no value tells, and goes on with the answer', async () => {
    const asked = await importFile(ctx, 'box', 'Tên,Ngày làm,Nặng (kg)\nA,03/02/2026,"1,234"\n');
    expect(asked).toMatchObject({ state: 'needsChoice' });
    expect(asked.questions.map(({ option, choices }) => [option, choices])).toEqual([
      ['dates', ['dmy', 'mdy']],
      ['numbers', ['vi', 'en']],
    ]);
    await changeImportOptions(
      ctx,
      asked.id,
      { dates: 'mdy', numbers: 'en', run: true },
      { here: true },
    );
    expect(await runImportNow(ctx, asked.id)).toMatchObject({ state: 'done' });
    expect((await boxes(['name', 'madeOn', 'weightKg']))[0]).toMatchObject({
      madeOn: '2026-03-02',
      weightKg: '1234',
    });
  });

  it('reads an old Windows file with semicolons, days first and accents taken apart', async () => {
    const tone = {
      '\u0301': 0xec,
      '\u0300': 0xcc,
      '\u0309': 0xd2,
      '\u0303': 0xde,
      '\u0323': 0xf2,
    } as Record<string, number>;
    const base = {
      Đ: 0xd0,
      đ: 0xf0,
      ơ: 0xf5,
      ư: 0xfd,
      ă: 0xe3,
      â: 0xe2,
      ê: 0xea,
      ô: 0xf4,
    } as Record<string, number>;
    const bytes = [
      ...mark(
        'Tên;Ngày làm;SĐT\r\nHộp đựng mứt Tết;31/01/2026;0901234567-0912345678\r\nHộp thường;05/02/2026;\r\nHộp đựng mứt tết;31/01/2026;0901234567\r\n',
      ),
    ].map((letter) => tone[letter] ?? base[letter] ?? letter.charCodeAt(0));
    const done = await importFile(ctx, 'box', Uint8Array.from(bytes), { run: true });
    expect(done.plan).toMatchObject({
      encoding: 'windows-1258',
      delimiter: ';',
      style: { dates: 'dmy' },
    });
    expect(done.counts.run).toMatchObject({ created: 2, updated: 1, rejected: 0 });
    expect(
      (await boxes(['name', 'madeOn', 'phones'])).map(({ name, madeOn }) => [name, madeOn]),
    ).toEqual([
      ['Hộp đựng mứt Tết', '2026-01-31'],
      ['Hộp thường', '2026-02-05'],
    ]);
  });

  it('gives the refused rows back in their own columns with the reason', async () => {
    const { id } = await importFile(ctx, 'box', mixed);
    const file = await text(await rejectedRows(ctx, id, 'check'));
    expect(file.replace('\uFEFF', '').split('\r\n')).toEqual([
      'Tên,Số lượng,SĐT,Màu,Lý do',
      ',5,,,Tên: Bắt buộc phải có.',
      'Hộp C,x,,tím,Số lượng: Không đúng định dạng. · Màu: Không có trong các lựa chọn: tím.',
      '',
    ]);
  });

  it('warns of records that are probably there already', async () => {
    await createRecords(ctx, 'box', [{ name: 'Công ty TNHH Hộp Giấy', phones: ['+84901234567'] }]);
    const done = await importFile(ctx, 'box', 'Tên,SĐT\nCty Hộp Giấy,0901234567\nKhác,\n', {
      run: true,
    });
    expect(done.counts.run).toMatchObject({ created: 2, duplicates: 1 });
    const { items } = await listProblems(ctx, done.id, 'run');
    expect(items).toMatchObject([
      {
        row: 2,
        rejects: false,
        code: 'duplicate',
        message: 'Có thể trùng với “Công ty TNHH Hộp Giấy” đã có.',
      },
    ]);
  });

  it('refuses values that must be unique, in the file and in the base', async () => {
    await createRecords(ctx, 'box', [{ name: 'Cũ', serial: 'S1' }]);
    const file = 'Tên,Số máy\nA,S1\nB,S2\nC,S2\n';
    const options = { run: true, match: ['name'] };
    const done = await importFile(ctx, 'box', file, options);
    expect(done.counts.run).toMatchObject({ created: 1, rejected: 2 });
    expect(done.counts.check).toEqual(done.counts.run);
    expect((await problemsOf(done.id, 'run')).map(([row, , , code]) => [row, code])).toEqual([
      [2, 'notUnique'],
      [4, 'notUnique'],
    ]);
  });
});

describe('relations', () => {
  it('ties records to those of earlier and later rows', async () => {
    const file = 'Tên,Hộp ngoài\nCon,Mẹ\nMẹ,\nCháu,con\nLạc,Không có\n';
    const done = await importFile(ctx, 'box', file, { run: true });
    expect(done.counts.run).toMatchObject({ created: 4, rejected: 0 });
    expect(done.counts.check).toEqual(done.counts.run);
    const missing = [[5, 'Hộp ngoài', 'Không có', 'missingRelation', false]];
    expect(await problemsOf(done.id, 'run')).toEqual(missing);
    expect(await problemsOf(done.id, 'check')).toEqual(missing);
    const titled = (await boxes(['name', 'parent'])).map(({ name, parent }) => [
      name,
      parent === null ? null : Reflect.get(Object(parent), 'title'),
    ]);
    expect(titled).toEqual([
      ['Cháu', 'Con'],
      ['Con', 'Mẹ'],
      ['Lạc', null],
      ['Mẹ', null],
    ]);
    const again = await importFile(ctx, 'box', file, { run: true });
    expect(again.counts.run).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
    expect(await undo(done.id)).toMatchObject({ counts: { undo: { removed: 4 } } });
  });

  it('finds a record by number, unique value, phone or title; makes, leaves or refuses what is missing', async () => {
    const [box] = await createRecords(ctx, 'box', [
      { name: 'Hộp', serial: 'S9', phones: ['+84901234567'] },
    ]);
    const file = `Tên,Hộp\na,${String(box?.['code'])}\nb,S9\nc,0901234567\nd,hop\ne,Thiếu\n`;
    const refused = await importFile(ctx, 'toy', file, {
      match: [],
      columns: { Hộp: { target: 'box' } },
    });
    expect(refused.counts.check).toMatchObject({ created: 4, rejected: 1 });
    expect(await problemsOf(refused.id, 'check')).toEqual([[6, 'Hộp', 'Thiếu', 'notFound', true]]);
    const made = await importFile(ctx, 'toy', file, {
      run: true,
      match: [],
      columns: { Hộp: { target: 'box', onMissing: 'create' } },
    });
    expect(made.counts.run).toMatchObject({ created: 5, related: { box: { created: 1 } } });
    expect(made.counts.check).toEqual(made.counts.run);
    expect(await names()).toEqual(['Hộp', 'Thiếu']);
  });

  it('fills both objects of a row, whichever of them is the main one', async () => {
    const file = 'Tên hộp,Số máy,Đồ chơi,Số mảnh\nA,S1,Xe,3\nA,S1,Tàu,4\nB,S2,Xe,5\nB,S2,Xe,5\n';
    const columns = { 'Số mảnh': { target: 'toy.pieces' } };
    const done = await importFile(ctx, 'box', file, { run: true, columns });
    expect(done.plan?.columns.map(({ target }) => target)).toEqual([
      'name',
      'serial',
      'toy.name',
      'toy.pieces',
    ]);
    expect(done.counts.run).toMatchObject({
      created: 2,
      unchanged: 2,
      related: { toy: { created: 3, updated: 0, unchanged: 0 } },
    });
    expect(done.counts.check).toEqual(done.counts.run);
    const again = await importFile(ctx, 'box', file, { run: true, columns });
    expect(again.counts.run).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 4,
      related: { toy: { created: 0 } },
    });
    expect(await undo(done.id)).toMatchObject({ counts: { undo: { removed: 5 } } });
    const other = await importFile(ctx, 'toy', 'Tên đồ chơi,Tên hộp,Số máy\nXe,A,S1\nTàu,A,S1\n', {
      run: true,
      match: [],
    });
    expect(other.plan?.columns.map(({ target }) => target)).toEqual([
      'name',
      'box.name',
      'box.serial',
    ]);
    expect(other.counts.run).toMatchObject({ created: 2, related: { box: { created: 1 } } });
  });
});

describe('a killed import', () => {
  const rows = 2600;
  const file = `Tên,Số lượng\n${Array.from({ length: rows }, (_, i) => `Hộp ${i},${i}`).join('\n')}\n`;

  /** A context whose database is gone after so many statements. */
  const dyingAfter = (left: number): Ctx => {
    const pool = new Proxy(ctx.db.pool, {
      get(target, key) {
        if (key !== 'connect') {
          const value: unknown = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async () => {
          const client = await target.connect();
          return new Proxy(client, {
            get(inner, name) {
              const value: unknown = Reflect.get(inner, name);
              if (typeof value !== 'function') return value;
              if (name !== 'query') return value.bind(inner);
              return async (...args: unknown[]) => {
                if (args[0] !== 'rollback' && left-- <= 0) throw new Error('killed');
                return Reflect.apply(value, inner, args);
              };
            },
          });
        };
      },
    });
    return { ...ctx, db: { ...ctx.db, pool } };
  };

  it.each([12, 33, 52])(
    'goes on from its last chunk, without a row lost or doubled (%i statements)',
    async (statements) => {
      const source = Readable.from([file]);
      const { id } = await startImport(ctx, {
        object: 'box',
        source,
        options: { run: true, unchecked: true },
        here: true,
      });
      await expect(runImportNow(dyingAfter(statements), id)).rejects.toThrow('killed');
      const half = await getImport(ctx, id);
      expect(half.state).toBe('running');
      const done = await runImportNow(ctx, id);
      expect(done.counts.run).toMatchObject({
        created: rows,
        unchanged: 0,
        updated: 0,
        rejected: 0,
      });
      const [count] = await ctx.db.query(
        `select count(*), count(distinct name) from "${w.schema}".box where deleted_at is null`,
        [],
      );
      expect(count).toEqual([rows, rows]);
      expect(await undo(id)).toMatchObject({ counts: { undo: { removed: rows, kept: 0 } } });
    },
  );

  it('keeps what it has done when cancelled, and gives it back', async () => {
    const { id } = await startImport(ctx, {
      object: 'box',
      source: Readable.from([file]),
      options: { run: true, unchecked: true },
      here: true,
    });
    await expect(runImportNow(dyingAfter(33), id)).rejects.toThrow('killed');
    await cancelImport(ctx, id, { here: true });
    const cancelled = await runImportNow(ctx, id);
    expect(cancelled.state).toBe('cancelled');
    const made = cancelled.counts.run?.created ?? 0;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(rows);
    expect(await undo(id)).toMatchObject({ counts: { undo: { removed: made } } });
    expect(await names()).toEqual([]);
  });
});

describe('rights', () => {
  it('hold for the object, its fields and its records; an import is its owner’s own', async () => {
    const role = await w.addRole({
      box: rightsOf('own', { fields: { notes: 'hidden', pieces: 'read' } }),
    });
    const none = await w.addRole({ box: rightsOf('all', { import: false }) });
    const [one, two, three] = [
      await w.addMember(role),
      await w.addMember(role),
      await w.addMember(none),
    ];
    const mine = await w.as(one);
    const theirs = await w.as(two);
    await createRecords(theirs, 'box', [{ name: 'Của người khác' }]);
    const done = await importFile(mine, 'box', 'Tên,Ghi chú,Số lượng\nCủa người khác,x,1\n', {
      run: true,
    });
    expect(done.plan?.columns.map(({ target }) => target)).toEqual(['name', null, null]);
    expect(done.counts.run).toMatchObject({ created: 1, duplicates: 0 });
    await expect(getImport(theirs, done.id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(listProblems(theirs, done.id, 'run')).rejects.toMatchObject({ code: 'notFound' });
    expect((await listImports(theirs)).items).toEqual([]);
    expect((await listImports(mine)).items.map(({ id }) => id)).toEqual([done.id]);
    await expect(importFile(await w.as(three), 'box', 'Tên\nA\n')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a right that is taken away while an import runs', () => {
  const rows = 2600;
  const file = `Tên,Số lượng\n${Array.from({ length: rows }, (_, i) => `Mất quyền ${i},${i}`).join('\n')}\n`;
  const count = async () => {
    const [row] = await ctx.db.query(
      `select count(*) from "${w.schema}".box where deleted_at is null`,
      [],
    );
    return Number(row?.[0]);
  };
  const change = async (table: 'member' | 'role', id: string, set: string) => {
    await ctx.db.query(`update "${w.schema}".${table} set ${set} where id = $1`, [id]);
    await ctx.db.query(
      'update core.workspace set model_version = model_version + 1 where id = $1',
      [w.id],
    );
    w.workspaces.forget(w.id);
  };
  const rights = (more: Parameters<typeof rightsOf>[1]) =>
    `rights = '${JSON.stringify({ box: rightsOf('own', more) })}'`;

  it.each([
    ['the member is deactivated', 'member', 'active = false', 'unauthenticated'],
    ['the right to import', 'role', rights({ import: false }), 'forbidden'],
    ['the right to create', 'role', rights({ create: false }), 'forbidden'],
    ['a field of the file', 'role', rights({ fields: { pieces: 'read' } }), 'forbidden'],
  ] as const)('stops it with the reason, and undo still works: %s', async (_, table, set, code) => {
    const roleId = await w.addRole({ box: rightsOf('own') });
    const memberId = await w.addMember(roleId);
    const { id } = await startImport(await w.as(memberId), {
      object: 'box',
      source: Readable.from([file]),
      options: { run: true, unchecked: true },
      here: true,
    });
    let writtenBefore = 0;
    const fresh = async () => {
      const before = await count();
      if (before > 0 && writtenBefore === 0) {
        writtenBefore = before;
        await change(table, table === 'member' ? memberId : roleId, set);
      }
      return w.as(memberId);
    };
    const stopped = await runImportNow(await w.as(memberId), id, fresh);
    expect(stopped).toMatchObject({ state: 'failed', failure: { code } });
    expect(stopped.failure?.message).toContain('hoàn tác');
    expect(stopped.finishedAt).not.toBeNull();
    expect(writtenBefore).toBeGreaterThan(0);
    expect(await count()).toBe(writtenBefore);
    expect(stopped.counts.run?.created).toBe(writtenBefore);
    expect(await undo(id)).toMatchObject({
      state: 'undone',
      counts: { undo: { removed: writtenBefore } },
    });
    expect(await count()).toBe(0);
  });

  it('stops a dry run as well, also between two jobs', async () => {
    const roleId = await w.addRole({ box: rightsOf('own') });
    const mine = await w.as(await w.addMember(roleId));
    const checked = await importFile(mine, 'box', file);
    expect(checked.state).toBe('checked');
    await approveImport(mine, checked.id, { here: true });
    await change('role', roleId, rights({ fields: { pieces: 'hidden' } }));
    const now = await w.as(mine.actor.kind === 'member' ? mine.actor.id : '');
    expect(await runImportNow(now, checked.id)).toMatchObject({
      state: 'failed',
      failure: { code: 'forbidden' },
    });
    expect(await count()).toBe(0);
  });
});

it('lets go of the file a month later, and says so', async () => {
  const { id } = await importFile(ctx, 'box', mixed);
  await nightlyForgetImports.run(ctx);
  expect(await text(await rejectedRows(ctx, id, 'check'))).toContain('Hộp C');
  await ctx.db.query(
    `update "${w.schema}".import set updated_at = now() - interval '31 days' where id = $1`,
    [id],
  );
  await nightlyForgetImports.run(ctx);
  await expect(rejectedRows(ctx, id, 'check')).rejects.toMatchObject({ code: 'gone' });
  await expect(ctx.files.read(`import-${id}`)).rejects.toMatchObject({ code: 'notFound' });
  expect((await listProblems(ctx, id, 'check')).items).toEqual([]);
});

/** As windows-1258 writes: letters with a tone are a letter and a tone. */
function mark(words: string): string {
  return [...words.normalize('NFC')]
    .map((letter) => {
      const parts = letter.normalize('NFD');
      const tones = parts.replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, '');
      const rest = parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
      return tones === '' ? letter : rest + tones;
    })
    .join('');
}
