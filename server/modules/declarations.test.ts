import { describe, expect, it } from 'vitest';
import type { Label } from '#shared/define.ts';
import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';

const { objects, rules } = declarations;

/** Words that are the same in both languages. */
const loanwords = new Set(['Zalo', 'Facebook', 'Fax', 'Marketing']);

/** Every label below a declaration, with the path to it. */
function labelsOf(value: unknown, path: string): { path: string; label: Label }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('vi' in value && 'en' in value) {
    return [{ path, label: { vi: String(value.vi), en: String(value.en) } }];
  }
  return Object.entries(value).flatMap(([key, inner]) => labelsOf(inner, `${path}.${key}`));
}

describe('the standard objects', () => {
  it('have keys and paths of their own', () => {
    expect(new Set(objects.map(({ key }) => key)).size).toBe(objects.length);
    expect(new Set(objects.map(({ path }) => path)).size).toBe(objects.length);
    for (const { path } of objects) expect(path).toMatch(/^[a-z]+(-[a-z]+)*s$/);
  });

  it('have rules only for objects that exist', () => {
    const keys = objects.map(({ key }) => key);
    expect([...rules.keys()].filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('can be made into tables, and every view of them opens', async () => {
    const workspace = await testWorkspace(declarations);
    const role = await workspace.addRole('administrator');
    const member = await workspace.as(await workspace.addMember(role));
    for (const { key, views = [] } of objects) {
      for (const { where, sort } of views) {
        const found = await list(member, key, { ...(where && { where }), ...(sort && { sort }) });
        expect(found.items, key).toEqual([]);
      }
    }
  });

  it('name in their relations only objects that exist', async () => {
    const { model } = await someContext();
    for (const object of model.objects.values()) {
      for (const field of object.fields.values()) {
        if (field.kind !== 'relation' && field.kind !== 'relations') continue;
        expect(model.objects.has(field.to), `${object.key}.${field.key}`).toBe(true);
      }
    }
  });
});

describe.each(objects.map((object) => [object.key, object] as const))('%s', (key, object) => {
  it('says everything in Vietnamese and in English', () => {
    const labels = labelsOf(object, key);
    expect(labels.length).toBeGreaterThan(4);
    for (const { path, label } of labels) {
      expect(label.vi.trim(), path).not.toBe('');
      expect(label.en.trim(), path).not.toBe('');
      if (!loanwords.has(label.vi)) expect(label.vi, path).not.toBe(label.en);
      expect([label.vi, label.en], path).toEqual([label.vi.normalize(), label.en.normalize()]);
      // Words in brackets explain a Vietnamese form of address.
      expect(label.en.replace(/\(.*\)/, ''), path).not.toMatch(/[ăâđêôơưà-ỹ]/i);
    }
  });

  it('names only fields that exist', async () => {
    const { model } = await someContext();
    const found = model.objects.get(key);
    const names = [
      object.title,
      ...(object.search ?? []),
      ...(object.list ?? []),
      ...(object.sort ?? '').split(',').flatMap((term) => term.replace(/^-/, '') || []),
      ...(object.quickCreate ?? []),
      ...(object.duplicates ?? []).map(({ field }) => field),
      ...(object.views ?? []).flatMap(({ columns = [] }) => columns),
      ...(object.views ?? []).flatMap(({ sort = object.title }) => sort.replace(/^-/, '')),
    ];
    expect(names.filter((name) => !found?.fields.has(name))).toEqual([]);
    const views = (object.views ?? []).map((view) => view.key);
    expect(new Set(views).size).toBe(views.length);
    if (object.opensWith !== undefined) expect(views).toContain(object.opensWith);
  });

  it('shows as related only fields of others that point at it', async () => {
    const { model } = await someContext();
    for (const name of object.related ?? []) {
      const [other = '', fieldKey = ''] = name.split('.');
      const field = model.objects.get(other)?.fields.get(fieldKey);
      const pointing = { to: key, inverse: { label: expect.anything() } };
      expect(field, name).toMatchObject(field?.kind === 'links' ? {} : pointing);
    }
  });

  it('puts its fields into sections that exist, and leaves none empty', () => {
    const used = Object.values(object.fields).flatMap(({ section = [] }) => section);
    expect(new Set(used)).toEqual(new Set(Object.keys(object.sections ?? {})));
  });

  // What a command makes, or another page, has no form to begin with.
  it.skipIf(object.inNavigation === false)(
    'asks for every required field in the quick form',
    () => {
      const required = Object.entries(object.fields)
        .filter(([, field]) => field.required && field.default === undefined)
        .map(([name]) => name);
      expect(object.quickCreate).toEqual(expect.arrayContaining(required));
    },
  );
});

let context: Promise<Ctx> | undefined;
const someContext = () =>
  (context ??= testWorkspace(declarations).then((workspace) => workspace.system()));
