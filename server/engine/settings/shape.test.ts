import { beforeAll, describe, expect, it } from 'vitest';
import type { ObjectDefinition } from '#shared/define.ts';
import type { AppError } from '#shared/errors.ts';
import { f } from '#shared/fields/index.ts';
import { buildModel } from '../model/build-model.ts';
import { createRecords, list } from '../records/index.ts';
import { rebuildSearch } from '../search/rebuild-search.ts';
import { search } from '../search/search.ts';
import { box, colourCard, toy, toyRules } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { addImportOptions, runImportNow } from '../transfer/import/index.ts';
import { importFile } from '../transfer/import/testing.ts';
import * as settings from './index.ts';
import { fieldInput, objectPatch, type FieldInput } from './input.ts';

const label = (word: string) => ({ vi: word, en: word });
const shapes = [
  { value: 'round', label: label('Tròn') },
  { value: 'square', label: label('Vuông'), color: 'red' },
];
/** A box with a list that may grow, which a card has too. */
const shape = f.select(label('Dáng'), { options: shapes, open: true, section: 'looks' });
const shapedBox: ObjectDefinition = {
  ...box,
  list: ['name', 'colour'],
  sections: { looks: label('Vẻ ngoài') },
  views: [{ key: 'all', label: label('Tất cả') }],
  fields: { ...box.fields, shape },
};
const card: ObjectDefinition = { ...colourCard, fields: { ...colourCard.fields, form: shape } };
const objects = [shapedBox, toy, card];

let w: TestWorkspace;
let administrator: string;
beforeAll(async () => {
  w = await testWorkspace({ objects, rules: toyRules });
  administrator = await w.addMember(await w.addRole('administrator'));
});

const admin = () => w.as(administrator);
const change = async (patch: object) =>
  settings.changeObject(await admin(), w.workspaces, 'box', objectPatch.parse(patch));
const changeField = async (key: string, patch: object, object = 'box') =>
  settings.changeField(await admin(), w.workspaces, object, key, patch);
const reset = async () => settings.resetObject(await admin(), w.workspaces, 'box');
const modelBox = async () => (await admin()).model.objects.get('box');

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

describe('a declared object', () => {
  it('is called, listed, divided and viewed otherwise, and is as declared again after a reset', async () => {
    const view = { key: 'big', label: label('To'), where: { field: 'pieces', op: 'gt', value: 9 } };
    const changed = await change({
      label: label('Hòm'),
      list: ['name', 'pieces'],
      sections: { extra: label('Thêm'), looks: label('Dáng vẻ') },
      views: [view],
    });
    expect(changed).toMatchObject({
      label: label('Hòm'),
      custom: false,
      changed: true,
      list: ['name', 'pieces'],
      sections: { extra: label('Thêm'), looks: label('Dáng vẻ') },
      views: [view],
      builtInViews: shapedBox.views,
    });
    expect(await modelBox()).toMatchObject({
      label: label('Hòm'),
      pluralLabel: box.pluralLabel,
      list: ['name', 'pieces'],
      views: [...(shapedBox.views ?? []), view],
    });
    expect((await reset()).changed).toBe(false);
    const { layouts: _, ...before } = (await modelBox()) ?? {};
    expect(before).toMatchObject({
      label: box.label,
      list: ['name', 'colour'],
      sections: shapedBox.sections,
      views: shapedBox.views,
    });
  });

  it('keeps only what differs, so that a later release is seen', async () => {
    await change({ label: box.label, list: ['name', 'colour'] });
    const [row] = await overlays();
    expect(row).toEqual([null]);
    await change({ list: ['name', 'pieces', 'createdAt'], sections: { own: label('Riêng') } });
    await changeField('pieces', { section: 'own', label: label('Số') });
    const [[definition] = []] = await overlays();
    const later: ObjectDefinition = {
      ...shapedBox,
      label: label('Thùng'),
      fields: { name: box.fields.name, weightKg: box.fields.weightKg },
    };
    const overlay = { object: 'box', definition: definition as object };
    const model = buildModel([later], { objects: [], fields: [], overlays: [overlay] }, 1);
    expect(model.objects.get('box')).toMatchObject({
      label: label('Thùng'),
      list: ['name', 'createdAt'],
    });
    const gone = { ...later, fields: { weightKg: box.fields.weightKg }, title: 'weightKg' };
    const search_ = { object: 'box', definition: { search: ['name'] } };
    expect(
      buildModel([gone], { objects: [], fields: [], overlays: [search_] }, 1).objects.get('box')
        ?.search,
    ).toEqual(box.search);
    await reset();
  });

  const overlays = async () => {
    const { db, workspace } = await admin();
    return db.query(`select definition from "${workspace.schema}".object_setting`, []);
  };

  it('refuses what is not so, all errors together', async () => {
    const wrong = {
      list: ['name', 'zzz', 'name'],
      search: ['nothing'],
      title: 'serial',
      views: [
        { key: 'all', label: label('x'), where: { field: 'what', op: 'eq', value: 1 } },
        { key: 'more', label: label('x'), columns: ['gone'] },
      ],
    };
    expect(await problems(change(wrong))).toEqual([
      'search.0 notFound',
      'list.1 notFound',
      'list.2 notUnique',
      'title notWritable',
      'views.0.key notUnique',
      'views.0.where.field unknownField',
      'views.1.columns.0 notFound',
    ]);
    await change({ sections: { extra: label('Thêm') } });
    const own = { kind: 'text', key: 'own', label: label('x'), section: 'extra' };
    const field = fieldInput.parse(own) as unknown as FieldInput;
    await settings.createField(await admin(), w.workspaces, 'box', field);
    expect(await problems(change({ sections: {} }))).toEqual(['sections.extra required']);
    expect((await reset()).sections).toEqual({ ...shapedBox.sections, extra: label('Thêm') });
    expect(await problems(change({ label: label('Hộp khác') }))).toEqual(['nothing']);
    await reset();
  });

  it('is found by the fields chosen now, once the job has run', async () => {
    await createRecords(await admin(), 'box', [{ name: 'Hộp gỗ', serial: 'SN-quế-77' }]);
    expect((await search(await admin(), 'sn-que-77')).items).toEqual([]);
    await change({ search: ['name', 'serial'] });
    const { rows } = await w.database.app.query(
      `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'rebuildSearch' and payload ->> 'workspaceId' = $1 and payload ->> 'object' = 'box'`,
      [w.id],
    );
    expect(rows).toHaveLength(1);
    const payload = { workspaceId: w.id, object: 'box' };
    await rebuildSearch.run(await w.system(), payload, () => w.system());
    expect((await search(await admin(), 'sn-que-77')).items).toHaveLength(1);
    await reset();
  });

  it('is for administrators to shape, and only what is declared can be reset', async () => {
    const member = await w.as(await w.addMember(await w.addRole({ '*': rightsOf('all') })));
    for (const work of [
      settings.changeObject(member, w.workspaces, 'box', { label: label('x') }),
      settings.changeField(member, w.workspaces, 'box', 'name', { label: label('x') }),
      settings.resetObject(member, w.workspaces, 'box'),
      settings.listObjectSettings(member, w.workspaces),
    ])
      expect(await problems(work)).toEqual(['forbidden']);
    const input = settings.objectInput.parse({
      key: 'own',
      path: 'owns',
      label: label('Riêng'),
      pluralLabel: label('Riêng'),
    });
    await settings.createObject(await admin(), w.workspaces, { ...input, fields: [] });
    expect(await problems(settings.resetObject(await admin(), w.workspaces, 'own'))).toEqual([
      'object readOnly',
    ]);
    expect(await problems(settings.resetObject(await admin(), w.workspaces, 'no'))).toEqual([
      'notFound',
    ]);
    const all = await settings.listObjectSettings(await admin(), w.workspaces);
    expect(all.map(({ key, custom }) => [key, custom])).toEqual([
      ['box', false],
      ['toy', false],
      ['colourCard', false],
      ['own', true],
    ]);
  });
});

describe('a declared field', () => {
  it('has other words, another section and is required, which the declaration cannot lose', async () => {
    const changed = await changeField('pieces', {
      label: label('Số món'),
      help: label('Đếm cả nắp'),
      section: 'looks',
      required: true,
    });
    expect(changed).toMatchObject({
      label: label('Số món'),
      section: 'looks',
      required: true,
      custom: false,
      changed: true,
      declared: { required: false },
    });
    expect(await problems(createRecords(await admin(), 'box', [{ name: 'a' }]))).toEqual([
      'pieces required',
    ]);
    const back = { label: box.fields.pieces.label, help: null, section: null, required: false };
    expect(await changeField('pieces', back)).toMatchObject({ changed: false });
    expect(await problems(createRecords(await admin(), 'box', [{ name: 'a' }]))).toEqual([
      'nothing',
    ]);
    const wrong = { required: false, section: 'nowhere', max: 3, default: 'x', open: true };
    expect(await problems(changeField('name', wrong))).toEqual([
      'max notWritable',
      'default notWritable',
      'open notWritable',
      'section notFound',
      'required notWritable',
    ]);
    expect(await problems(changeField('code', { required: true }))).toEqual([
      'required badOperator',
    ]);
    expect(await problems(changeField('name', { options: shapes }))).toEqual([
      'options notWritable',
    ]);
    expect(await problems(changeField('owner', { label: label('x') }))).toEqual(['field readOnly']);
    expect(await problems(changeField('zzz', { label: label('x') }))).toEqual(['notFound']);
  });

  it('gets more options where it is open, in any order, with other names, in every field of that list', async () => {
    const oval = { value: 'oval', label: label('Bầu dục') };
    const square = { value: 'square', label: label('Hình vuông'), color: 'red' };
    const wanted = [oval, square, shapes[0]];
    expect(await changeField('shape', { options: wanted })).toMatchObject({
      options: wanted,
      declared: { options: ['round', 'square'] },
    });
    const ctx = await admin();
    expect(ctx.model.objects.get('colourCard')?.fields.get('form')).toMatchObject({
      options: wanted,
    });
    const [made] = await createRecords(ctx, 'box', [{ name: 'Bầu', shape: 'oval' }]);
    await createRecords(ctx, 'colourCard', [{ name: 'Bầu', form: 'oval' }]);
    expect(await problems(changeField('shape', { options: [oval, square] }))).toEqual([
      'options.round required',
    ]);
    expect(await problems(changeField('shape', { options: shapes }))).toEqual([
      'options.oval required',
    ]);
    expect(
      await problems(
        changeField('shape', { options: [oval, square, { ...shapes[0], archived: true }] }),
      ),
    ).toEqual(['options.2.archived notWritable']);
    const red = box.fields.colour.options;
    expect(await problems(changeField('colour', { options: [...red, oval] }))).toEqual([
      'options.3.value notWritable',
    ]);
    await expect(
      changeField('shape', { options: [...wanted, { value: 'Bad Value', label: label('x') }] }),
    ).rejects.toThrow(/pattern/);
    // A reset keeps what records hold, but nobody chooses it any more.
    expect(await reset()).toMatchObject({ changed: false });
    expect((await modelBox())?.fields.get('shape')).toMatchObject({
      options: [...shapes, { ...oval, archived: true }],
    });
    const where = { field: 'shape', op: 'eq', value: 'oval' };
    expect((await list(await admin(), 'box', { where })).items).toMatchObject([{ id: made?.id }]);
    expect(
      await problems(createRecords(await admin(), 'box', [{ name: 'x', shape: 'oval' }])),
    ).toEqual(['shape notAnOption']);
  });

  it('gets the unknown texts of a file as options where it is open', async () => {
    const file = 'Tên,Dáng\nMột,Tròn\nHai,Sáu cạnh\nBa,sau canh\n';
    const { id, counts } = await importFile(await admin(), 'box', file);
    expect(counts.check).toMatchObject({ created: 1, rejected: 2 });
    await addImportOptions(await admin(), w.workspaces, id, { here: true });
    const checked = await runImportNow(await admin(), id);
    expect(checked.counts.check).toMatchObject({ created: 3, rejected: 0 });
    const { model } = await admin();
    for (const field of [
      model.objects.get('box')?.fields.get('shape'),
      model.objects.get('colourCard')?.fields.get('form'),
    ])
      expect(field).toMatchObject({
        options: expect.arrayContaining([{ value: 'sau_canh', label: label('Sáu cạnh') }]),
      });
    await reset();
  });

  it('tells in the history of settings who changed what of it, before and after', async () => {
    await changeField('stars', { label: label('Sao') });
    await change({ pluralLabel: label('Các hộp') });
    await reset();
    const { items } = await settings.listSettingsHistory(await admin(), { limit: 3 });
    const setting = { object: 'box', layout: null };
    expect(items).toMatchObject([
      {
        setting: { ...setting, field: null },
        changes: {
          pluralLabel: [label('Các hộp'), null],
          'fields.stars.label': [label('Sao'), null],
        },
      },
      {
        action: 'update',
        setting: { ...setting, field: null },
        changes: { pluralLabel: [null, label('Các hộp')] },
      },
      {
        actor: { id: administrator },
        setting: { ...setting, field: 'stars' },
        changes: { label: [null, label('Sao')] },
      },
    ]);
  });
});
