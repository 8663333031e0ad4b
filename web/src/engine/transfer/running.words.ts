import { defineWords } from '#web/words/define-words.ts';

/** Apart from the rest, for the frame loads it with every page. */
export const runningWords = defineWords({
  vi: { importing: 'Đang nhập {name}', undoing: 'Đang hoàn tác {name}' },
  en: { importing: 'Importing {name}', undoing: 'Undoing {name}' },
});
