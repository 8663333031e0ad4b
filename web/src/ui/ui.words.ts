import { defineWords } from '#web/words/define-words.ts';

export const uiWords = defineWords({
  vi: { closeNotice: 'Đóng thông báo', showPassword: 'Hiện mật khẩu' },
  en: { closeNotice: 'Close this notice', showPassword: 'Show password' },
});
