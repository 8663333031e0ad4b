import { isDay } from '#shared/fields/date.ts';

const integer = (bits: bigint) => (text: string) =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(Number(bits), BigInt(text)) === BigInt(text);

const time = /^(\d{4}-\d{2}-\d{2}) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?\+00$/;

/** The texts that PostgreSQL gives, and takes back, for the types a list can be sorted by. */
const forms: Readonly<Record<string, (text: string) => boolean>> = {
  text: (text) => !text.includes('\0'),
  uuid: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  smallint: integer(16n),
  integer: integer(32n),
  bigint: integer(64n),
  date: isDay,
  timestamptz: (text) => isDay(time.exec(text)?.[1] ?? ''),
};

/** Whether a cursor's cell can be a value of the column's type; anyone can write a cursor. */
export function isCursorCell(type: string, text: string): boolean {
  const [, precision, scale = '0'] = /^numeric\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (precision === undefined) return forms[type]?.(text) ?? false;
  const [, whole = ''] = /^-?(\d+)(?:\.\d{1,20})?$/.exec(text) ?? [];
  return whole !== '' && whole.length <= Number(precision) - Number(scale);
}
