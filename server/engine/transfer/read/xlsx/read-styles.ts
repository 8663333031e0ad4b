import { readWholeXml } from './read-xml.ts';

/** What a number in a cell means, from the number format of its style. */
export type NumberMeaning =
  | { as: 'number' }
  | { as: 'date' }
  | { as: 'time' }
  | { as: 'padded'; digits: number };

const plain: NumberMeaning = { as: 'number' };

/** ECMA-376 part 1, 18.8.30: formats that a file uses without spelling them. */
const builtIn = (id: number): NumberMeaning => {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { as: 'time' };
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
    return { as: 'date' };
  }
  return plain;
};

/** Letters that are no literal text decide: days and years make a date, hours alone a time. */
export function meaningOfFormat(code: string): NumberMeaning {
  const first = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(first)) return plain;
  if (/[yd]/i.test(first) || /^[^hs]*m[^hs]*$/i.test(first)) return { as: 'date' };
  if (/[hs]/i.test(first)) return { as: 'time' };
  // 0000000000 shows a phone or a tax code with the zeros that the number lost.
  return /^0{2,}$/.test(first) ? { as: 'padded', digits: first.length } : plain;
}

/** One meaning per cell style, in the order cells refer to them. */
export async function readStyles(pieces: AsyncIterable<Buffer>): Promise<NumberMeaning[]> {
  const formats = new Map<number, NumberMeaning>();
  const styles: NumberMeaning[] = [];
  let inCellStyles = false;
  await readWholeXml(pieces, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId']);
      if (name === 'numFmt') formats.set(id, meaningOfFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) styles.push(formats.get(id) ?? builtIn(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}
