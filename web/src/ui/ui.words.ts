import { defineWords } from '#web/words/define-words.ts';

export const uiWords = defineWords({
  vi: {
    close: 'Đóng',
    cancel: 'Huỷ',
    closeNotice: 'Đóng thông báo',
    showPassword: 'Hiện mật khẩu',
  },
  en: {
    close: 'Close',
    cancel: 'Cancel',
    closeNotice: 'Close this notice',
    showPassword: 'Show password',
  },
});
