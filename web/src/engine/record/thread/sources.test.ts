import { expect, it } from 'vitest';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { aboutValues } from './sources.ts';

const object = (key: string, fields: Record<string, object>, to: string[] = []): ScreenObject => {
  const all = Object.entries(fields).map(([name, field]) => ({
    key: name,
    writable: true,
    ...field,
  }));
  // What these functions look at.
  return {
    key,
    fields: all,
    field: new Map(all.map((field) => [field.key, field])),
    timeline: { at: 'at', to },
  } as unknown as ScreenObject & { fields: ScreenField[] };
};
const event = object(
  'event',
  {
    box: { kind: 'relation', to: 'box' },
    people: { kind: 'relations', to: 'person' },
    about: { kind: 'links' },
  },
  ['box', 'people', 'about'],
);
const me = { id: '1', title: 'A' };

it('leads to the record by its relation, else by a link, and to what that belongs to', () => {
  const box = object('box', { parent: { kind: 'relation', to: 'box' } });
  expect(
    aboutValues(event, box, me, { id: '1', version: 1, parent: { id: '9', title: 'P' } }),
  ).toEqual({
    box: me,
  });
  const person = object('person', { home: { kind: 'relation', to: 'box' } });
  const values = { id: '1', version: 1, home: { id: '2', title: 'B' } };
  expect(aboutValues(event, person, me, values)).toEqual({
    people: [me],
    box: { id: '2', title: 'B' },
  });
  expect(aboutValues(event, object('thing', {}), me, values)).toEqual({
    about: [{ object: 'thing', ...me }],
  });
});
