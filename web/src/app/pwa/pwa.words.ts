import { defineWords } from '#web/words/define-words.ts';

export const pwaWords = defineWords({
  vi: { newVersion: 'Có bản mới của Duyên', reload: 'Tải lại' },
  en: { newVersion: 'There is a new version of Duyên', reload: 'Reload' },
});
