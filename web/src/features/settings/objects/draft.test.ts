import { describe, expect, it } from 'vitest';
import { everyone } from '#shared/page-layout.ts';
import {
  addField,
  countDraft,
  dropField,
  dropLayout,
  noDraft,
  rebase,
  requestOf,
  saidOf,
  sayOfField,
  sayOfLayout,
  sayOfObject,
} from './draft.ts';

const label = (text: string) => ({ vi: text, en: text });
const price = { key: 'price', kind: 'money', label: label('Giá'), required: false };
const layouts = [
  { role: everyone, definition: { facts: ['name'], hidden: ['fax'] } },
  { role: 'boss', definition: { facts: ['fax'] } },
];

describe('a draft', () => {
  it('counts what a person would count', () => {
    let draft = noDraft('a');
    expect(countDraft(draft)).toBe(0);
    draft = addField(draft, price);
    draft = sayOfField(draft, 'price', { required: true });
    draft = sayOfField(draft, 'name', { label: label('Tên') });
    draft = sayOfField(draft, 'name', { required: true });
    draft = sayOfLayout(draft, everyone, { facts: ['price'] });
    draft = dropLayout(draft, 'boss');
    expect(countDraft(draft)).toBe(4);
  });

  it('is sent as one request, layouts whole and what is taken away as null', () => {
    let draft = addField(noDraft('a'), price);
    draft = sayOfField(draft, 'name', { help: undefined, required: false });
    draft = sayOfObject(draft, { list: ['name', 'price'] });
    draft = sayOfLayout(draft, everyone, { facts: ['price'], sections: [] });
    draft = dropLayout(dropLayout(draft, 'boss'), 'nobody');
    expect(requestOf({ draft, layouts, order: ['price', 'name'] })).toEqual({
      revision: 'a',
      added: [{ key: 'price', kind: 'money', label: label('Giá') }],
      changed: { name: { help: null, required: false } },
      object: { list: ['name', 'price'] },
      order: ['price', 'name'],
      layouts: {
        [everyone]: { facts: ['price'], hidden: ['fax'], sections: [] },
        boss: null,
      },
    });
  });

  it('takes back a part of a layout', () => {
    const draft = sayOfLayout(noDraft('a'), everyone, { hidden: null });
    expect(saidOf(layouts, draft, everyone)).toEqual({ facts: ['name'] });
    const anew = sayOfLayout(dropLayout(draft, 'boss'), 'boss', { hidden: ['fax'] });
    expect(saidOf(layouts, anew, 'boss')).toEqual({ hidden: ['fax'] });
  });

  it('forgets a new field wherever it stands', () => {
    let draft = addField(noDraft('a'), price);
    draft = sayOfObject(draft, { list: ['name', 'price'], search: ['price'] });
    draft = sayOfLayout(draft, everyone, {
      quickCreate: ['name', 'price'],
      sections: [{ key: 'main', fields: ['price', 'name'] }],
    });
    expect(dropField(draft, 'price')).toEqual({
      ...noDraft('a'),
      object: { list: ['name'], search: [] },
      layouts: {
        [everyone]: { quickCreate: ['name'], sections: [{ key: 'main', fields: ['name'] }] },
      },
    });
  });

  it('goes on from a newer state without what is gone by then', () => {
    let draft = addField(noDraft('a'), price);
    draft = sayOfField(draft, 'fax', { required: true });
    draft = sayOfField(draft, 'name', { required: true });
    draft = sayOfObject(draft, { list: ['name', 'fax', 'price', 'owner'] });
    expect(rebase(draft, 'b', new Set(['name', 'owner']))).toEqual({
      ...noDraft('b'),
      added: [price],
      changed: { name: { required: true } },
      object: { list: ['name', 'price', 'owner'] },
    });
  });
});
