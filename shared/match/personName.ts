import { foldWords } from '../locale/text.ts';
import { foldedText, nameText, type Match } from './match.ts';

/** Also `Đức Nguyễn Văn` for `Nguyễn Văn Đức`, as Western forms write it. */
export const personName: Match = {
  names: true,
  texts(value, field) {
    const words = foldWords(foldedText(value, field));
    return nameText(words.join(' '), words.toSorted());
  },
};
