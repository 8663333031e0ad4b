import { defineWords } from '#web/words/define-words.ts';

export const previewWords = defineWords({
  vi: {
    bar: 'Đang xem như {name} ({role}), chỉ đọc',
    leave: 'Thôi xem',
    title: 'Xem như người khác',
    text: 'Bạn thấy đúng những gì người ấy thấy và không sửa được gì. Lần xem được ghi vào lịch sử.',
    who: 'Xem như',
    nobody: 'Chưa có ai khác giữ vai trò này. Mời một người rồi quay lại.',
    begin: 'Bắt đầu xem',
  },
  en: {
    bar: 'Looking as {name} ({role}), read only',
    leave: 'Leave',
    title: 'Look as somebody else',
    text: 'You see exactly what they see and can change nothing. The history notes that you looked.',
    who: 'Look as',
    nobody: 'Nobody else has this role yet. Invite somebody and come back.',
    begin: 'Begin',
  },
});
