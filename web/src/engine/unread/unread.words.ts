import { defineWords } from '#web/words/define-words.ts';

export const unreadWords = defineWords({
  vi: { unread: '{count} chưa đọc' },
  en: { unread: '{count} unread' },
});
