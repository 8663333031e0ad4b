import { foldCompanyName } from '../locale/company-name.ts';
import { foldedText, nameText, type Match } from './match.ts';

/** `Việt Tiến` and `Viettien`, `Mỹ` and `Mĩ` have one key. */
export const companyName: Match = {
  names: true,
  texts(value, field) {
    const name = foldCompanyName(foldedText(value, field));
    return nameText(name, name.split(' '));
  },
};
