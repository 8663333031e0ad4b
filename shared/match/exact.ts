import { nfc } from '../locale/text.ts';
import type { Match } from './match.ts';

/** Elements of a list, or the one value, without regard to case and spaces. */
export const exact: Match = {
  names: false,
  texts(value) {
    const keys = [value]
      .flat()
      .map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
      .map((text) => nfc(text).toLowerCase().replaceAll(' ', ''))
      .filter((text) => text !== '');
    return [...new Set(keys)].map((key) => ({ key, spelling: null }));
  },
};
