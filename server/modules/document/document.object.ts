import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

/** A file with its versions, or the note of a paper that lies in a cabinet. */
export const document = defineObject({
  key: 'document',
  path: 'documents',
  label: { vi: 'Tài liệu', en: 'Document' },
  pluralLabel: { vi: 'Tài liệu', en: 'Documents' },
  title: 'name',
  reach: 'owned',
  within: 'folder',
  search: ['name', 'description', 'labels', 'file'],
  list: ['name', 'folder', 'file', 'labels', 'about', 'owner', 'updatedAt'],
  quickCreate: ['file', 'name', 'folder', 'labels', 'about'],
  views: [
    {
      key: 'mine',
      label: { vi: 'Tài liệu của tôi', en: 'My documents' },
      where: { field: 'owner', op: 'eq', value: { me: true } },
      sort: '-updatedAt',
    },
    {
      key: 'recent',
      label: { vi: 'Mới sửa trong 7 ngày', en: 'Changed in the last 7 days' },
      where: { field: 'updatedAt', op: 'gte', value: { relative: 'last7Days' } },
      sort: '-updatedAt',
    },
  ],
  fields: {
    name: f.text(
      { vi: 'Tên tài liệu', en: 'Document name' },
      {
        importNames: ['Tên file', 'Tên tệp', 'File name'],
        required: true,
        index: true,
        max: 255,
        help: { vi: 'Để trống thì lấy tên của tệp', en: 'Left empty, the name of the file' },
      },
    ),
    file: f.file({ vi: 'Tệp', en: 'File' }, { versions: true }),
    folder: f.relation(
      { vi: 'Thư mục', en: 'Folder' },
      { to: 'folder', inverse: { label: { vi: 'Tài liệu', en: 'Documents' } } },
    ),
    description: f.longText({ vi: 'Mô tả', en: 'Description' }),
    labels: f.tags({ vi: 'Nhãn', en: 'Tags' }),
    about: f.links(
      { vi: 'Liên quan đến', en: 'Related to' },
      {
        help: {
          vi: 'Tài liệu hiện trên trang của các bản ghi này',
          en: 'The document shows on the pages of these records',
        },
      },
    ),
  },
});
