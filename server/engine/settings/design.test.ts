import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { createRecords } from '../records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import * as settings from './index.ts';
import { designInput, type Design, objectInput, type ObjectInput } from './input.ts';

let w: TestWorkspace;
let administrator: string;
beforeAll(async () => {
  w = await testWorkspace();
  administrator = await w.addMember(await w.addRole('administrator'));
});

const label = (word: string) => ({ vi: word, en: word });
const text = (key: string) => ({ kind: 'text', key, label: label(key) });
const everything = async () => settings.listObjectSettings(await w.as(administrator), w.workspaces);
const settingOf = async (key: string) => {
  const found = (await everything()).find((each) => each.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};
const design = async (key: string, input: object) => {
  const parsed = designInput.parse({ revision: (await settingOf(key)).revision, ...input });
  return settings.designObject(
    await w.as(administrator),
    w.workspaces,
    key,
    parsed as unknown as Design,
  );
};
const errorsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) return ['nothing'];
  return error.errors.length > 0
    ? error.errors.map(({ path, code }) => `${path} ${code}`)
    : [error.code];
};
async function make(key: string): Promise<void> {
  const input = objectInput.parse({
    key,
    path: `${key}-list`,
    label: label(key),
    pluralLabel: label(key),
  }) as unknown as ObjectInput;
  await settings.createObject(await w.as(administrator), w.workspaces, input);
}

describe('a design', () => {
  it('adds fields, names them in lists and layouts, and orders them, in one go', async () => {
    await make('case');
    const made = await design('case', {
      added: [text('colour'), { kind: 'number', key: 'year', label: label('Năm'), plain: true }],
      changed: { name: { label: label('Tên vụ'), importNames: ['Vụ', 'Case'], max: 300 } },
      object: { label: label('Vụ'), list: ['name', 'year'], search: ['name', 'colour'] },
      order: ['year', 'name', 'colour'],
      layouts: {
        everyone: { sections: [{ key: 'main', label: label('Chính'), fields: ['year', 'name'] }] },
      },
    });
    expect(made).toMatchObject({ label: label('Vụ'), list: ['name', 'year'] });
    expect(made.fields.map(({ key }) => key)).toEqual(['year', 'name', 'colour']);
    expect(made.fields[1]).toMatchObject({ label: label('Tên vụ'), max: 300 });
    expect(made.fields[1]?.importNames).toEqual(['Vụ', 'Case']);
    const ctx = await w.as(administrator);
    const [record] = await createRecords(ctx, 'case', [{ name: 'Một', year: 2015, colour: 'đỏ' }]);
    expect(record).toMatchObject({ year: 2015 });
    const { items } = await settings.listLayouts(ctx, w.workspaces, 'case');
    expect(items).toMatchObject([
      { role: 'everyone', definition: { sections: [{ key: 'main' }] } },
    ]);
  });

  it('answers with the revision that is kept, which the next design goes on from', async () => {
    await make('folder');
    const first = await design('folder', {
      added: [text('note')],
      layouts: { everyone: { facts: ['note'], hidden: [] } },
    });
    expect(first.revision).toBe((await settingOf('folder')).revision);
    const second = await design('folder', { revision: first.revision, object: { list: ['note'] } });
    expect(second.revision).not.toBe(first.revision);
  });

  it('is stale when somebody else has changed the object, and not when it was another one', async () => {
    await make('letter');
    const { revision } = await settingOf('letter');
    await make('stamp');
    await design('letter', { revision, added: [text('first')] });
    const late = design('letter', { revision, added: [text('second')] });
    await expect(late).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { key: 'letter', fields: [{ key: 'name' }, { key: 'first' }] } },
    });
  });

  it('leaves nothing behind when a part of it is wrong, and tells every error at its place', async () => {
    const before = await settingOf('box');
    const wrong = design('box', {
      changed: { name: { label: label('Tên mới'), max: 5 }, nothing: { label: label('Không') } },
      object: { label: label('Thùng'), list: ['missing'] },
      layouts: { everyone: { facts: ['missing'], hidden: ['name'] } },
    });
    expect(await errorsOf(wrong)).toEqual(['notFound']);
    const rest = design('box', {
      added: [text('fresh')],
      changed: { name: { max: 5 } },
      object: { list: ['missing'] },
      layouts: { everyone: { facts: ['missing'], hidden: ['name'] } },
    });
    expect(await errorsOf(rest)).toEqual([
      'changed.name.max notWritable',
      'object.list.0 notFound',
      'layouts.everyone.facts.0 unknownField',
      'layouts.everyone.hidden.0 required',
    ]);
    expect(await errorsOf(design('box', { added: [text('name'), text('owner')] }))).toEqual([
      'added.0.key notUnique',
      'added.1.key notUnique',
    ]);
    expect(await settingOf('box')).toEqual(before);
  });

  it('leaves a line in the history for each thing that changed', async () => {
    await make('page');
    await design('page', { added: [text('note')], object: { label: label('Trang giấy') } });
    const { items } = await settings.listSettingsHistory(await w.as(administrator), { limit: 3 });
    expect(items.map(({ action, setting }) => [action, setting.object, setting.field])).toEqual(
      expect.arrayContaining([
        ['update', 'page', null],
        ['create', 'page', 'note'],
      ]),
    );
  });

  it('is for administrators', async () => {
    const clerk = await w.as(await w.addMember(await w.addRole({ '*': rightsOf('all') })));
    const input = designInput.parse({ revision: 'x' }) as unknown as Design;
    await expect(settings.designObject(clerk, w.workspaces, 'box', input)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('options of a field', () => {
  it('may change where the kind says so, and only be widened', async () => {
    await make('measure');
    await design('measure', {
      added: [
        { kind: 'number', key: 'floor', label: label('Tầng'), min: 0, max: 10 },
        { kind: 'decimal', key: 'size', label: label('Cỡ'), scale: 1 },
      ],
    });
    const wider = await design('measure', { changed: { floor: { max: 20, plain: true } } });
    expect(wider.fields[1]).toMatchObject({ min: 0, max: 20, plain: true });
    expect(await errorsOf(design('measure', { changed: { floor: { max: 5 } } }))).toEqual([
      'changed.floor.max tooSmall',
    ]);
    const open = await design('measure', { changed: { floor: { min: null, max: null } } });
    expect(open.fields[1]).not.toHaveProperty('min');
    expect(() => designInput.parse({ revision: '', changed: { size: { scale: 3 } } })).toThrow(
      /scale/,
    );
    expect(() => designInput.parse({ revision: '', changed: { size: { to: 'box' } } })).toThrow(
      /to/,
    );
  });

  it('are told by kind, with what stays fixed and what a field of it can be', async () => {
    const kinds = new Map(
      settings.listKinds(await w.as(administrator)).map((each) => [each.kind, each]),
    );
    expect(kinds.get('decimal')?.options).toMatchObject({
      scale: { type: 'integer', minimum: 0, maximum: 6, fixed: true },
      min: { type: 'string' },
    });
    expect(kinds.get('relation')).toMatchObject({
      options: { to: { fixed: true } },
      required: ['to'],
      can: { unique: true, search: false, default: false, title: false },
    });
    expect(kinds.get('text')?.can).toEqual({
      require: true,
      unique: true,
      search: true,
      default: true,
      title: true,
    });
    expect(kinds.get('autoNumber')?.can).toMatchObject({ require: false, default: false });
    expect(kinds.has('json')).toBe(false);
  });
});

it('tells while it is typed whether an object could be called so', async () => {
  const ctx = await w.as(administrator);
  const check = (key: string, path: string) =>
    errorsOf(settings.checkObjectNames(ctx, w.workspaces, { key, path }));
  expect(await check('brandNew', 'brand-new')).toEqual(['nothing']);
  expect(await check('box', 'members')).toEqual(['key notUnique', 'path notUnique']);
});
