import { beforeAll, describe, expect, it } from 'vitest';
import type { ObjectDefinition } from '#shared/define.ts';
import type { AppError } from '#shared/errors.ts';
import { effectiveLayout, saidLayout } from '#shared/effective-layout.ts';
import { createRecords, get, updateRecords } from '../records/index.ts';
import { box, colourCard, toy, toyRules } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { runImportNow, undoImport } from '../transfer/import/index.ts';
import { importFile } from '../transfer/import/testing.ts';
import * as settings from './index.ts';
import { layoutInput } from './input.ts';

const label = (word: string) => ({ vi: word, en: word });
const { name, code, pieces, notes, colour, serial, stars } = box.fields;
const plain: ObjectDefinition = {
  ...box,
  list: ['name', 'colour'],
  quickCreate: ['name'],
  related: ['toy.box'],
  search: ['name'],
  duplicates: [],
  sections: { looks: label('Vẻ ngoài'), empty: label('Trống') },
  fields: {
    code,
    name,
    pieces: { ...pieces, section: 'looks' },
    notes,
    colour: { ...colour, section: 'looks' },
    serial,
    stars,
  },
};

let w: TestWorkspace;
let administrator: string;
let role: string;
let clerk: string;
let other: string;
beforeAll(async () => {
  w = await testWorkspace({ objects: [plain, toy, colourCard], rules: toyRules });
  administrator = await w.addMember(await w.addRole('administrator'));
  role = await w.addRole({ '*': rightsOf('all') });
  clerk = await w.addMember(role);
  other = await w.addMember(await w.addRole({ '*': rightsOf('all') }));
});

const admin = () => w.as(administrator);
const set = async (of: string, definition: object) =>
  settings.setLayout(await admin(), w.workspaces, 'box', of, layoutInput.parse(definition));
const remove = async (of: string) => settings.removeLayout(await admin(), w.workspaces, 'box', of);

async function layoutOf(member: string) {
  const { model, actor } = await w.as(member);
  const object = model.objects.get('box');
  if (!object || actor.kind !== 'member') throw new Error('there is a box and a member');
  return effectiveLayout(object, saidLayout(object, actor.roleId));
}

async function problems(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (reason: AppError) => reason,
  );
  if (error === undefined) return ['nothing'];
  return error.errors.length === 0
    ? [error.code ?? String(error)]
    : error.errors.map(({ path, code: why }) => `${path} ${why}`);
}

describe('the layout of a role', () => {
  it('is what the declaration says until somebody says more', async () => {
    const derived = {
      facts: ['name', 'colour'],
      sections: [
        { key: 'looks', label: label('Vẻ ngoài'), fields: ['pieces', 'colour'] },
        {
          key: 'other',
          label: { vi: 'Thông tin khác', en: 'Other details' },
          fields: ['code', 'name', 'notes', 'serial', 'stars'],
        },
        {
          key: 'ownership',
          label: { vi: 'Phụ trách', en: 'Ownership' },
          fields: ['owner', 'team'],
        },
      ],
      hidden: [],
      required: [],
      quickCreate: ['name'],
      related: ['toy.box'],
      defaultView: null,
    };
    expect(await layoutOf(clerk)).toEqual(derived);
    const listed = await settings.listLayouts(await admin(), w.workspaces, 'box');
    expect(listed).toEqual({ items: [], derived });
  });

  it('goes before that of everyone, part by part, and is taken back', async () => {
    await set('everyone', { facts: ['serial'], required: ['notes'], hidden: ['stars'] });
    await set(role, {
      facts: ['pieces', 'notes'],
      required: ['pieces'],
      sections: [
        { key: 'first', label: label('Trước'), fields: ['name', 'owner'] },
        { key: 'looks', fields: ['notes'] },
      ],
    });
    expect(await layoutOf(clerk)).toMatchObject({
      facts: ['pieces', 'notes'],
      required: ['pieces'],
      hidden: ['stars'],
      quickCreate: ['name', 'pieces'],
      sections: [
        { key: 'first', label: label('Trước'), fields: ['name', 'owner'] },
        { key: 'looks', label: label('Vẻ ngoài'), fields: ['notes', 'pieces', 'colour'] },
        { key: 'other', fields: ['code', 'serial'] },
        { key: 'ownership', fields: ['team'] },
      ],
    });
    expect(await layoutOf(other)).toMatchObject({ facts: ['serial'], required: ['notes'] });
    const { items } = await settings.listLayouts(await admin(), w.workspaces, 'box');
    expect(items.map((each) => each.role).toSorted()).toEqual([role, 'everyone'].toSorted());
    await remove(role);
    expect(await layoutOf(clerk)).toMatchObject({ facts: ['serial'] });
    expect(await problems(remove(role))).toEqual(['notFound']);
    await remove('everyone');
    expect(await layoutOf(clerk)).toMatchObject({ facts: ['name', 'colour'] });
    const history = await settings.listSettingsHistory(await admin(), { limit: 4 });
    expect(history.items.map(({ action, setting }) => [action, setting.layout])).toEqual([
      ['remove', 'everyone'],
      ['remove', role],
      ['create', role],
      ['create', 'everyone'],
    ]);
    expect(history.items[0]).toMatchObject({
      setting: { object: 'box', field: null },
      changes: { facts: [['serial'], null] },
    });
  });

  it('is refused where it names what is not there, all errors together', async () => {
    const wrong = {
      facts: ['name', 'nope', 'name'],
      sections: [
        { key: 'looks', fields: ['colour', 'gone'] },
        { key: 'mine', fields: ['colour'] },
        { key: 'looks', fields: [] },
      ],
      hidden: ['name', 'pieces'],
      required: ['code', 'pieces', 'createdAt'],
      related: ['toy.box', 'toy.name', 'box.id', 'x'],
      defaultView: 'none',
    };
    expect(await problems(set(role, wrong))).toEqual([
      'facts.1 unknownField',
      'facts.2 notUnique',
      'sections.0.fields.1 unknownField',
      'sections.1.label required',
      'sections.1.fields.0 notUnique',
      'sections.2.key notUnique',
      'hidden.0 required',
      'required.0 notWritable',
      'required.1 notWritable',
      'required.2 notWritable',
      'related.1 notFound',
      'related.2 notFound',
      'related.3 notFound',
      'defaultView notFound',
    ]);
    expect(await problems(set('00000000-0000-7000-8000-000000000000', {}))).toEqual(['notFound']);
    const member = await w.as(clerk);
    for (const work of [
      settings.setLayout(member, w.workspaces, 'box', role, {}),
      settings.removeLayout(member, w.workspaces, 'box', role),
      settings.listLayouts(member, w.workspaces, 'box'),
    ])
      expect(await problems(work)).toEqual(['forbidden']);
  });

  it('says nothing of a field that is gone', async () => {
    const input = { kind: 'text' as const, key: 'brief', label: label('Ngắn') };
    await settings.createField(await admin(), w.workspaces, 'box', input);
    await set(role, { facts: ['brief', 'name'], required: ['brief'], hidden: ['stars'] });
    expect(await layoutOf(clerk)).toMatchObject({ facts: ['brief', 'name'], required: ['brief'] });
    await settings.archiveField(await admin(), w.workspaces, 'box', 'brief');
    expect(await layoutOf(clerk)).toMatchObject({ facts: ['name'], required: [] });
    const made = await createRecords(await w.as(clerk), 'box', [{ name: 'a' }]);
    expect(made).toHaveLength(1);
    await remove(role);
  });
});

describe('what a layout requires', () => {
  it('has to be filled by members of the role, in new records and where it is emptied, by nobody else', async () => {
    await set(role, { required: ['notes', 'owner'] });
    const make = async (member: string, values: object) =>
      createRecords(await w.as(member), 'box', [{ name: 'Hộp', ...values }]);
    expect(await problems(make(clerk, {}))).toEqual(['notes required']);
    expect(await problems(make(clerk, { notes: '', owner: null }))).toEqual([
      'notes required',
      'owner required',
    ]);
    const [full] = await make(clerk, { notes: 'có' });
    const [empty] = await make(other, {});
    await createRecords(await w.system(), 'box', [{ name: 'Hệ thống' }]);
    const update = async (member: string, id: unknown, values: object) =>
      updateRecords(await w.as(member), 'box', [{ id: String(id), values }]);
    // What was incomplete before may stay so.
    expect(await update(clerk, empty?.id, { pieces: 4 })).toMatchObject([{ pieces: 4 }]);
    expect(await problems(update(clerk, full?.id, { notes: null }))).toEqual(['notes required']);
    expect(await update(other, full?.id, { notes: null })).toMatchObject([{ notes: null }]);
  });

  it('is not asked of who may not write it', async () => {
    const blindRole = await w.addRole({
      '*': rightsOf('all', { fields: { notes: 'hidden', stars: 'read' } }),
    });
    await set(blindRole, { required: ['notes', 'stars'] });
    const blind = await w.as(await w.addMember(blindRole));
    expect(await createRecords(blind, 'box', [{ name: 'Hộp' }])).toHaveLength(1);
  });

  it('is asked of rows of a file as of records, and undoing the file gives back what was there', async () => {
    await set(role, { required: ['notes'] });
    const [known] = await createRecords(await w.system(), 'box', [{ name: 'Cũ' }]);
    const options = { run: true, match: ['name'] };
    const file = 'Tên,Ghi chú\nMới,\nCũ,viết\nĐủ,có\n';
    const done = await importFile(await w.as(clerk), 'box', file, options);
    expect(done.counts.run).toMatchObject({ created: 1, updated: 1, rejected: 1 });
    await undoImport(await w.as(clerk), done.id, { here: true });
    expect(await runImportNow(await w.as(clerk), done.id)).toMatchObject({
      counts: { undo: { removed: 1, restored: 1, kept: 0 } },
    });
    expect(await get(await w.system(), 'box', String(known?.id))).toMatchObject({ notes: null });
    const asOther = await importFile(await w.as(other), 'box', 'Tên,Ghi chú\nKhác,\n', options);
    expect(asOther.counts.run).toMatchObject({ created: 1, rejected: 0 });
  });
});
