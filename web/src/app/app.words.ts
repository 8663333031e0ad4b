import { defineWords } from '#web/words/define-words.ts';

export const appWords = defineWords({
  vi: {
    opening: 'Đang nối với máy chủ',
    notThereTitle: 'Không có trang này',
    notThereText: 'Địa chỉ đã đổi, bản ghi đã bị xoá, hoặc bạn không được xem.',
    failedTitle: 'Trang này chưa mở được',
    brokenText: 'Tải lại trang là thường được ngay. Chữ bạn đã gõ vẫn còn.',
    reload: 'Tải lại trang',
    offlineTitle: 'Chưa nối được với máy chủ',
    offlineText: 'Mạng đang ngắt hoặc máy chủ đang khởi động lại. Chữ bạn đã gõ vẫn còn.',
    again: 'Thử lại',
    home: 'Về trang đầu',
  },
  en: {
    opening: 'Reaching the server',
    notThereTitle: 'There is no such page',
    notThereText: 'The address changed, the record was removed, or it is not yours to see.',
    failedTitle: 'This page could not be opened',
    brokenText: 'Loading the page again usually mends it. What you typed is kept.',
    reload: 'Load the page again',
    offlineTitle: 'The server cannot be reached',
    offlineText: 'You are offline, or the server is restarting. What you typed is kept.',
    again: 'Try again',
    home: 'Go to the first page',
  },
});
