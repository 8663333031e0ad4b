import { defineWords } from '#web/words/define-words.ts';

export const historyWords = defineWords({
  vi: {
    when: 'Lúc',
    who: 'Ai',
    what: 'Việc',
    nothing: 'Chưa có lần sửa nào',
    failed: 'Chưa tải được lịch sử.',
    again: 'Thử lại',
    older: 'Xem cũ hơn',
    caption: 'Lịch sử sửa của {title}',
  },
  en: {
    when: 'When',
    who: 'Who',
    what: 'What',
    nothing: 'Never changed',
    failed: 'The history could not be loaded.',
    again: 'Try again',
    older: 'Show older',
    caption: 'Changes of {title}',
  },
});
