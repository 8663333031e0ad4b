/** Pieces of SQL that make the same rows every time; `i` is the number of the row. */

/** A number from the row's own, spread so that neighbours differ: no randomness, the same every time. */
export const spread = (salt: number, size: string) =>
  `(hashint8(i * 31 + ${salt}) & 2147483647) % ${size} + 1`;
export const pick = (param: number, salt: number) =>
  `($${param}::text[])[${spread(salt, `cardinality($${param}::text[])`)}]`;
/** The id of a row of one kind, by its number. */
export const id = (kind: number, i = 'i') =>
  `(lpad(to_hex(1700000000000 + (${i}) * 20), 12, '0') || '7' || lpad(to_hex(${kind}), 3, '0') || '8' || lpad(to_hex((${i}) % 4096), 3, '0') || lpad(to_hex(${i}), 12, '0'))::uuid`;
/** The same for one number. */
export const idOf = (kind: number, i: number): string => id(kind, `${i}::bigint`);
/** When the first record was made, and the time between two. */
export const firstCreated = Date.parse('2023-11-14T22:13:20Z');
export const betweenCreatedMs = 90_000;
export const at = `to_timestamp(${firstCreated / 1000} + i * ${betweenCreatedMs / 1000})`;
// lpad would cut a number of more than six digits.
export const code = (n: string) =>
  `'KH-' || lpad(${n}::text, greatest(6, length(${n}::text)), '0')`;
export const phone = (salt: number) =>
  `'+849' || lpad(((hashint8(i * 17 + ${salt}) & 2147483647) % 100000000)::text, 8, '0')`;
export const fold = (text: string) => `lower(public.unaccent(${text}))`;
