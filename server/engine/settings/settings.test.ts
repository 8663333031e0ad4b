import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '#shared/errors.ts';
import { fieldKinds } from '#shared/fields/index.ts';
import { f } from '#shared/fields/index.ts';
import { listHistory } from '../history/list-history.ts';
import { createRecords, get, list, updateRecords } from '../records/index.ts';
import { rebuildSearch } from '../search/rebuild-search.ts';
import { search } from '../search/search.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { box } from '../testing/toys.ts';
import * as settings from './index.ts';
import {
  customKinds,
  fieldInput,
  objectInput,
  type FieldInput,
  type ObjectInput,
} from './input.ts';

let w: TestWorkspace;
let administrator: string;
beforeAll(async () => {
  w = await testWorkspace();
  administrator = await w.addMember(await w.addRole('administrator'));
});

const label = (word: string) => ({ vi: word, en: word });
const field = (input: unknown): FieldInput => fieldInput.parse(input) as unknown as FieldInput;
const object = (input: unknown): ObjectInput => objectInput.parse(input) as unknown as ObjectInput;
const named = (key: string, more: object = {}) =>
  object({
    key,
    path: `${key.toLowerCase()}-list`,
    label: label(key),
    pluralLabel: label(`${key}s`),
    ...more,
  });
const addField = async (to: string, input: unknown) =>
  settings.createField(await w.as(administrator), w.workspaces, to, field(input));

/** What went wrong, as `path code`. */
async function problems(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (reason: AppError) => reason,
  );
  if (error === undefined) return ['nothing'];
  return error.errors.length === 0
    ? [error.code ?? String(error)]
    : error.errors.map(({ path, code }) => `${path} ${code}`);
}

describe('custom objects', () => {
  it('work like built-in ones at once: list, filter, relation, money, select, search, history', async () => {
    const ctx = await w.as(administrator);
    const made = await settings.createObject(
      ctx,
      w.workspaces,
      named('crate', {
        title: 'title',
        search: ['title'],
        list: ['title', 'size', 'value'],
        fields: [
          { kind: 'text', key: 'title', label: label('Tên'), required: true },
          { kind: 'money', key: 'value', label: label('Giá trị'), index: true },
          { kind: 'relation', key: 'inside', label: label('Nằm trong'), to: 'box' },
          {
            kind: 'select',
            key: 'size',
            label: label('Cỡ'),
            options: [
              { value: 'small', label: label('Nhỏ') },
              { value: 'large', label: label('Lớn') },
            ],
          },
        ],
      }),
    );
    expect(made).toMatchObject({ key: 'crate', archivedAt: null });
    expect(made.fields.map(({ key }) => key)).toEqual(['title', 'value', 'inside', 'size']);
    const now = await w.as(administrator);
    const [outer] = await createRecords(now, 'box', [{ name: 'Kho' }]);
    const [crate] = await createRecords(now, 'crate', [
      {
        title: 'Thùng gỗ Đà Lạt',
        value: { amount: '5000000', currency: 'VND' },
        inside: outer?.id,
        size: 'large',
      },
    ]);
    const found = await list(now, 'crate', {
      where: { and: [{ field: 'inside.name', op: 'eq', value: 'Kho' }] },
      sort: '-value',
    });
    expect(found.items).toEqual([crate]);
    expect(crate).toMatchObject({ inside: { id: outer?.id, title: 'Kho' }, size: 'large' });
    expect((await search(now, 'thung go da lat')).items[0]?.object).toBe('crate');
    const id = String(crate?.id);
    await updateRecords(now, 'crate', [{ id, values: { size: 'small' } }]);
    const { items } = await listHistory(now, 'crate', id);
    expect(items[0]?.changes).toEqual({ size: ['large', 'small'] });
    expect(now.model.objects.get('box')?.related).toEqual(['crate.inside']);
  });

  it('can be reached through the record they belong to', async () => {
    const ctx = await w.as(administrator);
    await settings.createObject(
      ctx,
      w.workspaces,
      named('label', {
        reach: { through: 'box' },
        fields: [
          { kind: 'text', key: 'name', label: label('Tên') },
          { kind: 'relation', key: 'box', label: label('Hộp'), to: 'box', required: true },
        ],
      }),
    );
    const member = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
    const [theirs] = await createRecords(await w.as(administrator), 'box', [{ name: 'Của họ' }]);
    await createRecords(await w.as(administrator), 'label', [{ name: 'Nhãn', box: theirs?.id }]);
    expect((await list(await w.as(member), 'label', {})).items).toEqual([]);
  });

  it('refuse names that are taken, reserved, hostile or too long, all errors together', async () => {
    const create = async (input: ObjectInput) =>
      problems(settings.createObject(await w.as(administrator), w.workspaces, input));
    expect(await create(named('box', { path: 'boxes' }))).toEqual([
      'key notUnique',
      'path notUnique',
    ]);
    expect(await create(named('constructor', { path: 'settings' }))).toEqual([
      'key notUnique',
      'path notUnique',
    ]);
    expect(await create(named('aABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLM', { path: 'x' }))).toEqual([
      'key tooLong',
    ]);
    expect(
      await create(
        named('broken', {
          title: 'gone',
          search: ['none'],
          fields: [
            { kind: 'text', key: 'id', label: label('x') },
            { kind: 'relation', key: 'to', label: label('x'), to: 'nowhere' },
            {
              kind: 'select',
              key: 's',
              label: label('x'),
              options: [{ value: 'a', label: label('a') }],
              default: 'b',
            },
            { kind: 'longText', key: 'l', label: label('x'), unique: true },
          ],
          views: [{ key: 'v', label: label('v'), where: { field: 'what', op: 'eq', value: 1 } }],
        }),
      ),
    ).toEqual([
      'fields.0.key notUnique',
      'fields.1.to notFound',
      'fields.2.default notAnOption',
      'fields.3.unique badOperator',
      'search.0 notFound',
      'title notFound',
      'views.0.where.field unknownField',
    ]);
    for (const key of [
      'A',
      '1a',
      'a b',
      'a"; drop table box; --',
      'a_b',
      'é',
      '__proto__',
      '',
      'a'.repeat(41),
    ])
      expect(objectInput.safeParse({ ...named('fine'), key }).success, key).toBe(false);
  });

  it('are archived unless something points to them, and come back with their records', async () => {
    const admin = () => w.as(administrator);
    await settings.createObject(await admin(), w.workspaces, named('shelf'));
    await createRecords(await admin(), 'shelf', [{ name: 'Kệ 1' }]);
    await addField('colourCard', {
      kind: 'relation',
      key: 'shelf',
      label: label('Kệ'),
      to: 'shelf',
    });
    expect(await problems(settings.archiveObject(await admin(), w.workspaces, 'shelf'))).toEqual([
      'inUse',
    ]);
    await settings.archiveField(await admin(), w.workspaces, 'colourCard', 'shelf');
    await settings.archiveObject(await admin(), w.workspaces, 'shelf');
    expect((await admin()).model.objects.has('shelf')).toBe(false);
    expect((await search(await admin(), 'ke 1')).items).toEqual([]);
    expect(
      await problems(settings.restoreField(await admin(), w.workspaces, 'colourCard', 'shelf')),
    ).toEqual(['to notFound']);
    expect(
      await problems(settings.createObject(await admin(), w.workspaces, named('shelf'))),
    ).toEqual(['key notUnique', 'path notUnique']);
    await settings.restoreObject(await admin(), w.workspaces, 'shelf');
    expect((await list(await admin(), 'shelf', {})).items).toMatchObject([{ name: 'Kệ 1' }]);
  });

  it('change how they are called and shown', async () => {
    const admin = () => w.as(administrator);
    await settings.createObject(await admin(), w.workspaces, named('lid'));
    const changed = await settings.changeObject(await admin(), w.workspaces, 'lid', {
      label: label('Nắp đậy'),
      list: ['name', 'createdAt'],
    });
    expect(changed).toMatchObject({ label: label('Nắp đậy'), list: ['name', 'createdAt'] });
    expect((await admin()).model.objects.get('lid')?.list).toEqual(['name', 'createdAt']);
    expect(
      await problems(settings.changeObject(await admin(), w.workspaces, 'lid', { list: ['zzz'] })),
    ).toEqual(['list.0 notFound']);
  });
});

describe('the search of an object', () => {
  it('finds old records by the fields chosen now, as soon as the job has run', async () => {
    const admin = () => w.as(administrator);
    await settings.createObject(
      await admin(),
      w.workspaces,
      named('tin', {
        fields: ['name', 'smell'].map((key) => ({ kind: 'text', key, label: label(key) })),
      }),
    );
    const tins = [...Array(3).keys()].map((i) => ({ name: `Hộp thiếc ${i}`, smell: 'quế chi' }));
    await createRecords(await admin(), 'tin', tins);
    const before = await queuedJobs();
    await settings.changeObject(await admin(), w.workspaces, 'tin', { label: label('Thiếc') });
    expect(await queuedJobs()).toEqual(before);
    await settings.changeObject(await admin(), w.workspaces, 'tin', { search: ['smell'] });
    expect(await queuedJobs()).toEqual([...before, 'tin']);
    expect((await search(await admin(), 'que chi')).items).toEqual([]);
    const payload = { workspaceId: w.id, object: 'tin' };
    await rebuildSearch.run(await w.system(), payload, () => w.system());
    expect((await search(await admin(), 'que chi')).items).toHaveLength(3);
    expect((await search(await admin(), 'hop thiec')).items).toEqual([]);
  });

  async function queuedJobs(): Promise<unknown[]> {
    const { rows } = await w.database.app.query(
      `select payload ->> 'object' as object from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'rebuildSearch' and payload ->> 'workspaceId' = $1 order by j.id`,
      [w.id],
    );
    return rows.map(({ object: key }) => key);
  }
});

describe('custom fields', () => {
  it('of every kind are added to a standard object and hold the values of the built-in ones', async () => {
    const examples: Record<string, unknown> = {
      text: 'Chữ',
      number: 5,
      money: { amount: '10', currency: 'VND' },
      date: '2026-01-02',
      phones: ['0912345678'],
      multiSelect: ['gift'],
      boolean: true,
    };
    const declared = new Map(Object.values(box.fields).map((each) => [each.kind, each]));
    for (const kind of fieldKinds.filter((each) => each !== 'json')) {
      await addField('colourCard', {
        ...declared.get(kind),
        required: false,
        key: `${kind}X`,
        kind,
        label: label(kind),
      });
    }
    const ctx = await w.as(administrator);
    const values = Object.fromEntries(
      Object.entries(examples).map(([kind, value]) => [`${kind}X`, value]),
    );
    const [made] = await createRecords(ctx, 'colourCard', [{ name: 'Đỏ', ...values }]);
    expect(made).toMatchObject({ ...values, phonesX: ['+84912345678'], autoNumberX: 'BX-0001' });
    expect(await get(ctx, 'colourCard', String(made?.id))).toEqual(made);
  });

  it('keep unique, required, default and read-only as declared ones do', async () => {
    await addField('toy', { kind: 'text', key: 'barcode', label: label('Mã vạch'), unique: true });
    await addField('toy', { kind: 'text', key: 'maker', label: label('Hãng'), required: true });
    await addField('toy', { kind: 'number', key: 'age', label: label('Tuổi'), default: 3 });
    const ctx = await w.as(administrator);
    const [outer] = await createRecords(ctx, 'box', [{ name: 'Hộp' }]);
    const toy = { name: 'Gấu', box: outer?.id, maker: 'A', barcode: '1' };
    expect((await createRecords(ctx, 'toy', [toy]))[0]).toMatchObject({ age: 3, barcode: '1' });
    expect(await problems(createRecords(ctx, 'toy', [toy]))).toEqual(['barcode notUnique']);
    expect(
      await problems(createRecords(ctx, 'toy', [{ ...toy, barcode: '2', maker: null }])),
    ).toEqual(['maker required']);
  });

  it('never share a column, with each other, with a composed one or with an archived one', async () => {
    await addField('box', { kind: 'money', key: 'worth', label: label('Trị giá') });
    expect(
      await problems(addField('box', { kind: 'text', key: 'worthBase', label: label('x') })),
    ).toEqual(['key notUnique']);
    await addField('box', { kind: 'text', key: 'once', label: label('x') });
    await settings.archiveField(await w.as(administrator), w.workspaces, 'box', 'once');
    for (const key of ['once', 'worth', 'name', 'createdAt', 'toString', 'owner'])
      expect(await problems(addField('box', { kind: 'text', key, label: label('x') }))).toEqual([
        'key notUnique',
      ]);
  });

  it('may be called like words of SQL, and keep what looks like code as it was typed', async () => {
    const words = `{{constructor.constructor("window.__xss=1")()}}`;
    for (const key of ['select', 'order', 'user', 'table', 'group'])
      await addField('toy', { kind: 'text', key, label: label(words), index: true });
    const ctx = await w.as(administrator);
    expect(ctx.model.objects.get('toy')?.fields.get('order')?.label.vi).toBe(words);
    const { items } = await list(ctx, 'toy', {
      sort: 'order,-select',
      where: { field: 'user', op: 'isEmpty' },
    });
    expect(items.length).toBeGreaterThan(0);
    for (const bad of ['', ' ', 'a\u0000b', '\ud800', 'x'.repeat(101)])
      expect(fieldInput.safeParse({ kind: 'text', key: 'k', label: label(bad) }).success).toBe(
        false,
      );
  });

  it('are widened but never narrowed', async () => {
    const change = async (key: string, patch: object) =>
      settings.changeField(await w.as(administrator), w.workspaces, 'toy', key, patch);
    await addField('toy', { kind: 'text', key: 'note', label: label('x'), max: 50 });
    await addField('toy', {
      kind: 'select',
      key: 'state',
      label: label('x'),
      options: [{ value: 'a', label: label('a') }],
    });
    expect(
      await change('note', { max: 80, label: label('Ghi chú'), required: true }),
    ).toMatchObject({
      max: 80,
      required: true,
    });
    expect(await problems(change('note', { max: 79 }))).toEqual(['max tooSmall']);
    expect(await change('note', { required: false, default: 'a' })).not.toHaveProperty('required');
    expect(await change('note', { default: null })).not.toHaveProperty('default');
    const options = [
      { value: 'b', label: label('b') },
      { value: 'a', label: label('A'), archived: true },
    ];
    expect(await change('state', { options })).toMatchObject({ options });
    expect(await problems(change('state', { options: options.slice(0, 1) }))).toEqual([
      'options.a required',
    ]);
    await expect(change('state', { max: 3 })).rejects.toThrow(/unrecognized/i);
    await addField('toy', { kind: 'number', key: 'grade', label: label('x') });
    expect(await problems(change('grade', { max: 3 }))).toEqual(['max tooSmall']);
    expect(await problems(change('owner', { label: label('x') }))).toEqual(['notFound']);
    expect(await problems(change('createdAt', { label: label('x') }))).toEqual(['field readOnly']);
  });

  it('come in the order that was chosen', async () => {
    const ctx = () => w.as(administrator);
    await settings.createObject(
      await ctx(),
      w.workspaces,
      named('drawer', {
        fields: ['name', 'b', 'c'].map((key) => ({ kind: 'text', key, label: label(key) })),
      }),
    );
    await settings.reorderFields(await ctx(), w.workspaces, 'drawer', ['c', 'name', 'b']);
    const fields = (await ctx()).model.objects.get('drawer')?.fields.keys() ?? [];
    expect([...fields].slice(0, 3)).toEqual(['c', 'name', 'b']);
    expect(
      await problems(settings.reorderFields(await ctx(), w.workspaces, 'drawer', ['c', 'x', 'c'])),
    ).toEqual(['keys.1 notFound', 'keys.2 notUnique', 'keys.name required', 'keys.b required']);
  });

  it('come back from the archive with their values, and bear what depends on them', async () => {
    const ctx = () => w.as(administrator);
    await settings.createObject(
      await ctx(),
      w.workspaces,
      named('jar', {
        search: ['name', 'taste'],
        fields: [
          { kind: 'text', key: 'name', label: label('Tên') },
          { kind: 'text', key: 'taste', label: label('Vị') },
          { kind: 'text', key: 'kept', label: label('Giữ') },
        ],
        views: [
          {
            key: 'v',
            label: label('Mắt'),
            where: { field: 'kept', op: 'eq', value: 'x' },
            columns: ['taste'],
          },
        ],
      }),
    );
    const [jar] = await createRecords(await ctx(), 'jar', [{ name: 'Hũ', taste: 'Ngọt' }]);
    const archive = async (key: string) =>
      settings.archiveField(await ctx(), w.workspaces, 'jar', key);
    expect(await problems(archive('name'))).toEqual(['inUse']);
    expect(await problems(archive('kept'))).toEqual(['inUse']);
    await archive('taste');
    expect(await problems(createRecords(await ctx(), 'jar', [{ name: 'H', taste: 'x' }]))).toEqual([
      'taste unknownField',
    ]);
    const jarModel = (await ctx()).model.objects.get('jar');
    expect([jarModel?.search, jarModel?.views[0]?.columns]).toEqual([['name'], []]);
    await settings.restoreField(await ctx(), w.workspaces, 'jar', 'taste');
    expect(await get(await ctx(), 'jar', String(jar?.id))).toMatchObject({ taste: 'Ngọt' });
  });
});

describe('any definition of a field', () => {
  const rarely = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 1, nil: undefined });
  /** Options of every kind with values that are right, wrong or of another kind. */
  const anyField = fc.record(
    {
      kind: fc.constantFrom(...customKinds),
      label: fc.record({ vi: fc.string({ unit: 'grapheme' }), en: fc.constantFrom('x', ' y', '') }),
      required: fc.boolean(),
      unique: rarely(fc.constant(true)),
      index: fc.boolean(),
      max: fc.oneof(fc.integer({ min: -1, max: 3000 }), fc.constantFrom('5', '-1.5', 'x')),
      min: fc.oneof(fc.integer({ min: -5, max: 9 }), fc.constantFrom('0', '7')),
      scale: fc.integer({ min: -1, max: 8 }),
      to: fc.constantFrom('box', 'toy', 'nowhere', 'constructor'),
      pattern: fc.constantFrom('A-{000}', '{yyyy}-{00}', '{mm}', '(a+)+$'),
      options: fc.array(
        fc.record({ value: fc.constantFrom('a', 'b', 'B', ''), label: fc.constant(label('a')) }),
        { maxLength: 3 },
      ),
      default: rarely(fc.oneof(fc.jsonValue(), fc.constantFrom('a', 3, true))),
      section: rarely(fc.constantFrom('main', '__proto__')),
    },
    { requiredKeys: ['kind', 'label'] },
  );

  it('is refused with the reasons, or makes a field that records can be written and listed with', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(anyField, async (input) => {
        // An option of another kind would refuse nearly all of them.
        const known = Object.keys(
          fieldInput.options.find(({ shape }) => shape.kind.value === input.kind)?.shape ?? {},
        );
        const own = Object.fromEntries(
          Object.entries(input).filter(
            ([name, value]) => known.includes(name) && value !== undefined,
          ),
        );
        const key = `any${made}`;
        const parsed = fieldInput.safeParse({ ...own, key });
        if (!parsed.success) return;
        const outcome = await problems(addField('colourCard', { ...own, key }));
        if (outcome[0] !== 'nothing') {
          expect(outcome.every((each) => / \w+$/.test(each))).toBe(true);
          return;
        }
        made += 1;
        const ctx = await w.as(administrator);
        await settings.changeField(ctx, w.workspaces, 'colourCard', key, { required: false });
        const now = await w.as(administrator);
        expect(now.model.objects.get('colourCard')?.fields.get(key)?.kind).toBe(input.kind);
        const [record] = await createRecords(now, 'colourCard', [{ name: 'Bất kỳ' }]);
        expect(await get(now, 'colourCard', String(record?.id))).toEqual(record);
        await list(now, 'colourCard', { where: { field: key, op: 'isEmpty' }, limit: 2 });
      }),
      { numRuns: 250 },
    );
    expect(made).toBeGreaterThan(10);
  }, 60_000);
});

describe('rights and history of settings', () => {
  it('are for administrators only', async () => {
    const employee = await w.addMember(await w.addRole({ '*': rightsOf('all') }));
    const ctx = await w.as(employee);
    const input = { key: 'x', ...f.text(label('x')) };
    expect(await problems(settings.createField(ctx, w.workspaces, 'box', input))).toEqual([
      'forbidden',
    ]);
    expect(await problems(settings.createObject(ctx, w.workspaces, named('no')))).toEqual([
      'forbidden',
    ]);
    expect(await problems(settings.listSettingsHistory(ctx))).toEqual(['forbidden']);
    expect(await problems(settings.listFieldSettings(ctx, w.workspaces, 'box'))).toEqual([
      'forbidden',
    ]);
  });

  it('say who changed what, before and after', async () => {
    await addField('colourCard', { kind: 'text', key: 'told', label: label('Cũ') });
    const ctx = await w.as(administrator);
    await settings.changeField(ctx, w.workspaces, 'colourCard', 'told', { label: label('Mới') });
    await settings.archiveField(ctx, w.workspaces, 'colourCard', 'told');
    const { items, nextCursor } = await settings.listSettingsHistory(ctx, { limit: 3 });
    expect(items).toMatchObject([
      { action: 'archive', version: 3, changes: {} },
      { action: 'update', version: 2, changes: { label: [label('Cũ'), label('Mới')] } },
      {
        action: 'create',
        version: 1,
        changes: { label: [null, label('Cũ')], kind: [null, 'text'] },
      },
    ]);
    expect(items[0]).toMatchObject({
      actor: { id: administrator },
      setting: { object: 'colourCard', field: 'told' },
    });
    expect(nextCursor).not.toBeNull();
  });
});
