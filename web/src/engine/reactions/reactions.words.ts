import { defineWords } from '#web/words/define-words.ts';

export const reactionsWords = defineWords({
  vi: {
    react: 'Bày tỏ cảm xúc',
    like: 'Đồng tình',
    love: 'Rất thích',
    laugh: 'Vui',
    celebrate: 'Chúc mừng',
    look: 'Đang xem',
    done: 'Đã làm',
    chip: '{name}, {count} người: {names}',
    failed: 'Chưa lưu được, mạng đang ngắt.',
  },
  en: {
    react: 'React',
    like: 'Agree',
    love: 'Love it',
    laugh: 'Funny',
    celebrate: 'Congratulations',
    look: 'Looking at it',
    done: 'Done',
    chip: '{name}, {count}: {names}',
    failed: 'Not saved, you are offline.',
  },
});
