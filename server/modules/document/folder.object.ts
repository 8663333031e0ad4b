import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

export const folder = defineObject({
  key: 'folder',
  path: 'folders',
  label: { vi: 'Thư mục', en: 'Folder' },
  pluralLabel: { vi: 'Thư mục', en: 'Folders' },
  title: 'name',
  reach: 'owned',
  inNavigation: false,
  within: 'parent',
  search: ['name', 'description'],
  list: ['name', 'parent', 'owner', 'updatedAt'],
  quickCreate: ['name', 'parent', 'description'],
  related: ['document.folder', 'folder.parent'],
  fields: {
    name: f.text(
      { vi: 'Tên thư mục', en: 'Folder name' },
      { required: true, index: true, max: 255 },
    ),
    parent: f.relation(
      { vi: 'Nằm trong', en: 'Within' },
      {
        to: 'folder',
        tree: true,
        inverse: { label: { vi: 'Thư mục con', en: 'Folders within' } },
      },
    ),
    description: f.longText({ vi: 'Mô tả', en: 'Description' }),
  },
});
