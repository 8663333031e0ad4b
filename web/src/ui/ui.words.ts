import { defineWords } from '#web/words/define-words.ts';

export const uiWords = defineWords({
  vi: { close: 'Đóng', closeNotice: 'Đóng thông báo', showPassword: 'Hiện mật khẩu' },
  en: { close: 'Close', closeNotice: 'Close this notice', showPassword: 'Show password' },
});
