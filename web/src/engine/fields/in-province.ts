import { foldWords } from '#shared/locale/text.ts';
import type { Province } from './places.ts';

const squeezed = (text: string): string => foldWords(text).join('');

/** An address with its province behind it, unless it ends with one of that province's names. */
export function inProvince(text: string, province: Province | undefined): string {
  if (!province || text === '') return text || (province?.name ?? '');
  const end = squeezed(text).replace(/vietnam$/, '');
  const names = [province.name, ...province.formerNames].map(squeezed);
  const isSaid = [...names, ...province.shortNames].some((name) => end.endsWith(name));
  return isSaid ? text : `${text}, ${province.name}`;
}
