import { defineWords } from '#web/words/define-words.ts';

export const sharedWords = defineWords({
  vi: {
    opening: 'Đang mở tài liệu',
    from: '{company} gửi bạn tài liệu này.',
    until: 'Xem được đến {date}.',
    download: 'Tải về',
    notShown: 'Loại tệp này không xem được ở đây. Tải về để mở.',
    lockedTitle: 'Tài liệu có mật khẩu',
    lockedText: 'Người gửi đặt mật khẩu cho liên kết này. Hỏi họ nếu bạn chưa có.',
    password: 'Mật khẩu',
    wrong: 'Mật khẩu không đúng.',
    open: 'Mở tài liệu',
    goneTitle: 'Không mở được liên kết',
    goneText:
      'Liên kết đã hết hạn, đã ngừng, hoặc bị thiếu ký tự. Hãy xin người gửi một liên kết mới.',
    offline: 'Mạng đang ngắt. Có mạng lại rồi thử lần nữa.',
    again: 'Thử lại',
  },
  en: {
    opening: 'Opening the document',
    from: '{company} sent you this document.',
    until: 'It can be seen until {date}.',
    download: 'Download',
    notShown: 'Files of this kind cannot be shown here. Download it to open it.',
    lockedTitle: 'The document has a password',
    lockedText: 'Whoever sent this link gave it a password. Ask them for it.',
    password: 'Password',
    wrong: 'The password is not right.',
    open: 'Open the document',
    goneTitle: 'The link does not open',
    goneText:
      'It has ended, was taken back, or lost some characters. Ask whoever sent it for a new one.',
    offline: 'You are offline. Try again when you are back.',
    again: 'Try again',
  },
});
