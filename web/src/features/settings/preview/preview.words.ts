import { defineWords } from '#web/words/define-words.ts';

export const previewWords = defineWords({
  vi: {
    bar: 'Đang xem như {name} ({role}), chỉ đọc',
    leave: 'Thôi xem',
  },
  en: {
    bar: 'Looking as {name} ({role}), read only',
    leave: 'Leave',
  },
});
