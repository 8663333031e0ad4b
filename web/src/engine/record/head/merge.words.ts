import { defineWords } from '#web/words/define-words.ts';

export const mergeWords = defineWords({
  vi: {
    which: 'Gộp {title} với {object} nào?',
    compare: 'So hai bản ghi',
  },
  en: {
    which: 'Merge {title} with which {object}?',
    compare: 'Compare both',
  },
});
