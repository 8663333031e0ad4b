import { defineWords } from '#web/words/define-words.ts';

export const tagsWords = defineWords({
  vi: {
    about: 'Thẻ đang dùng ở từng trường. Đổi tên hay gộp ở đây thì mọi bản ghi đổi theo.',
    field: 'Trường',
    noFields: 'Chưa có trường thẻ nào',
    noFieldsText: 'Thêm trường loại Thẻ ở Đối tượng và trường.',
    none: 'Chưa có thẻ nào ở trường này',
    noneText: 'Gõ thẻ vào một bản ghi, thẻ sẽ hiện ở đây.',
    used: { other: '{count} bản ghi' },
    rename: 'Đổi tên {name}',
    merge: 'Gộp vào thẻ khác',
    remove: 'Bỏ',
    removed: 'Đang bỏ thẻ {name} khỏi các bản ghi',
    changed: 'Các bản ghi đang đổi theo',
  },
  en: {
    about: 'Tags in use, field by field. What is renamed or merged here changes in every record.',
    field: 'Field',
    noFields: 'There are no fields of tags',
    noFieldsText: 'Add a field of the kind Tags in Objects and fields.',
    none: 'No tags in this field yet',
    noneText: 'Type a tag into a record, and it shows here.',
    used: { one: 'one record', other: '{count} records' },
    rename: 'Rename {name}',
    merge: 'Merge into another tag',
    remove: 'Remove',
    removed: 'The tag {name} is being taken off the records',
    changed: 'The records are following',
  },
});
