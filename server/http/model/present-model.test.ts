import { expect, it } from 'vitest';
import type { ObjectDefinition } from '#shared/define.ts';
import type { RoleRights } from '#engine/directory.ts';
import { box, toy, toyRules } from '#engine/testing/toys.ts';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { presentModel } from './present-model.ts';

const label = { vi: 'Hộp', en: 'Box' };
const declared: ObjectDefinition = {
  ...box,
  list: ['name', 'colour'],
  quickCreate: ['name', 'notes'],
  related: ['toy.box', 'box.parent', 'box.neighbours'],
  unique: [['name', 'serial']],
  views: [
    {
      key: 'red',
      label: { vi: 'Đỏ', en: 'Red' },
      where: { field: 'colour', op: 'eq', value: 'red' },
    },
    { key: 'outer', label, where: { field: 'parent.colour', op: 'eq', value: 'red' } },
    { key: 'all', label, sort: '-pieces,serial', columns: ['name', 'serial', 'pieces'] },
  ],
};

async function boxFor(rights: RoleRights) {
  const w = await testWorkspace({ objects: [declared, toy], rules: toyRules });
  const text = presentModel(await w.as(await w.addMember(await w.addRole(rights))));
  const objects: { key: string; title: string | null }[] = JSON.parse(text).objects;
  return { text, box: objects.find(({ key }) => key === 'box') };
}

it('names no field hidden from the reader, and offers no view that filters by one', async () => {
  const fields = {
    name: 'hidden',
    serial: 'hidden',
    colour: 'hidden',
    notes: 'hidden',
    neighbours: 'hidden',
  } as const;
  const seen = await boxFor({ box: rightsOf('all', { fields }) });
  expect(seen.text).not.toMatch(/serial|colour|notes|neighbours|toy/);
  expect(seen.box).toMatchObject({
    title: null,
    unique: [],
    related: ['box.parent'],
    views: [{ key: 'all', label, sort: '-pieces', columns: ['pieces'] }],
  });
});

it('gives all of it to who may see all', async () => {
  const seen = await boxFor({ '*': rightsOf('all') });
  expect(seen.box).toMatchObject({
    title: 'name',
    unique: declared.unique,
    related: declared.related,
    views: declared.views,
  });
});
