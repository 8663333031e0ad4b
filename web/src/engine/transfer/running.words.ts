import { defineWords } from '#web/words/define-words.ts';

/** Apart from the rest, for the frame loads it with every page. */
export const runningWords = defineWords({
  vi: {
    importing: 'Đang nhập {name}',
    reading: 'Đang đọc {name}',
    checking: 'Đang chạy thử {name}',
    undoing: 'Đang hoàn tác {name}',
  },
  en: {
    importing: 'Importing {name}',
    reading: 'Reading {name}',
    checking: 'Dry run of {name}',
    undoing: 'Undoing {name}',
  },
});
