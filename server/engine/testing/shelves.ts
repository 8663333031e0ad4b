import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

/** Stands within others of its kind, and has what lies on it. */
export const shelf = defineObject({
  key: 'shelf',
  path: 'shelves',
  label: { vi: 'Giá', en: 'Shelf' },
  pluralLabel: { vi: 'Giá', en: 'Shelves' },
  title: 'name',
  reach: 'owned',
  within: 'above',
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    above: f.relation({ vi: 'Trong giá', en: 'Within' }, { to: 'shelf', tree: true }),
  },
});

/** Lies on a shelf; its earlier plans are kept, and their words are searched. */
export const puzzle = defineObject({
  key: 'puzzle',
  path: 'puzzles',
  label: { vi: 'Trò đố', en: 'Puzzle' },
  pluralLabel: { vi: 'Trò đố', en: 'Puzzles' },
  title: 'name',
  reach: 'owned',
  within: 'shelf',
  search: ['name', 'plan'],
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    shelf: f.relation({ vi: 'Giá', en: 'Shelf' }, { to: 'shelf' }),
    plan: f.file({ vi: 'Luật chơi', en: 'Rules of play' }, { versions: true }),
  },
});
