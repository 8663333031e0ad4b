import type { Values } from '../../records/rules.ts';

/** 32 bits of a value: enough to tell that a row says the same again. */
export function markOf(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

export const readMarks = (marks: string): Map<string, string> =>
  new Map(
    marks.split(';').map((each): [string, string] => {
      const [key = '', mark = ''] = each.split('=');
      return [key, mark];
    }),
  );

/** Marks with those of further values; `sign` goes before them. */
export function addMarks(marks: string | undefined, values: Values, sign: string): string {
  const all = marks === undefined ? new Map<string, string>() : readMarks(marks);
  for (const [key, value] of Object.entries(values)) all.set(key, markOf(value));
  // One flat text: a joined one would keep all its pieces.
  return Buffer.from(sign + [...all].map(([key, mark]) => `${key}=${mark}`).join(';')).toString(
    'latin1',
  );
}
