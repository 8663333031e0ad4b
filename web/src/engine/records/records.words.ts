import { defineWords } from '#web/words/define-words.ts';

export const recordsWords = defineWords({
  vi: {
    removed: { other: 'Đã chuyển {count} bản ghi vào thùng rác' },
    changed: 'Đã đổi {field}',
    restored: 'Đã hoàn tác',
    undo: 'Hoàn tác',
    conflictTitle: '{who} vừa sửa bản ghi này',
    someone: 'Có người',
    conflictText: 'Chọn giá trị giữ lại, phần còn lại đã gộp sẵn.',
    field: 'Trường',
    theirs: 'Của {who}',
    yours: 'Của bạn',
    later: 'Để sau',
    saveMerged: 'Lưu bản gộp',
    empty: 'Trống',
  },
  en: {
    removed: { one: 'One record moved to the trash', other: '{count} records moved to the trash' },
    changed: '{field} changed',
    restored: 'Undone',
    undo: 'Undo',
    conflictTitle: '{who} has just changed this record',
    someone: 'Somebody',
    conflictText: 'Choose what to keep; the rest is merged already.',
    field: 'Field',
    theirs: 'Theirs, {who}',
    yours: 'Yours',
    later: 'Later',
    saveMerged: 'Save the merged one',
    empty: 'Empty',
  },
});
