import { defineWords } from '#web/words/define-words.ts';

export const uiWords = defineWords({
  vi: { showPassword: 'Hiện mật khẩu' },
  en: { showPassword: 'Show password' },
});
