import { defineWords } from '#web/words/define-words.ts';

/** Apart from the rest of transfer: lists show the button before anyone exports. */
export const exportWords = defineWords({
  vi: { export: 'Xuất ra tệp' },
  en: { export: 'Export' },
});
