import { defineWords } from '#web/words/define-words.ts';

export const sideWords = defineWords({
  vi: {
    side: 'Việc cần xem và liên quan',
    duplicates: 'Có thể trùng',
    merge: 'So và gộp',
    mergeWith: 'So và gộp với {title}',
    others: 'Thêm bản ghi liên quan',
  },
  en: {
    side: 'What to look at, and related records',
    duplicates: 'Probably the same',
    merge: 'Compare, merge',
    mergeWith: 'Compare, merge with {title}',
    others: 'Add related records',
  },
});
