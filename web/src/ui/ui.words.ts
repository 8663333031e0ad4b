import { defineWords } from '#web/words/define-words.ts';

export const uiWords = defineWords({
  vi: {
    close: 'Đóng',
    cancel: 'Huỷ',
    copied: 'Đã chép',
    closeNotice: 'Đóng thông báo',
    notDone: 'Chưa làm được: {reason}',
    offline: 'mạng đang ngắt',
    showPassword: 'Hiện mật khẩu',
  },
  en: {
    close: 'Close',
    cancel: 'Cancel',
    copied: 'Copied',
    closeNotice: 'Close this notice',
    notDone: 'Not done: {reason}',
    offline: 'you are offline',
    showPassword: 'Show password',
  },
});
