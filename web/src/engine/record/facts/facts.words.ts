import { defineWords } from '#web/words/define-words.ts';

export const factsWords = defineWords({
  vi: { unseen: 'Không được xem', open: 'Mở {title}' },
  en: { unseen: 'Not yours to see', open: 'Open {title}' },
});
