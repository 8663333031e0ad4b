import { accept, refuse, type Parsed, type Refusal } from './kind.ts';

/**
 * Takes a list with each element parsed, empty ones dropped, each value once (`keyOf` says what is the same),
 * in the order given. Every wrong element is reported, its place as the part.
 */
export function parseList(
  input: unknown,
  max: number,
  parseElement: (element: unknown) => Parsed<string | null>,
  keyOf: (value: string) => string = (value) => value,
): Parsed<string[] | null> {
  if (!Array.isArray(input)) return refuse('wrongType');
  // Twice as many leave room for repetitions; what is longer is not worth reading.
  if (input.length > 2 * max) return refuse('tooMany', { max });
  const values = new Map<string, string>();
  const refusals: Refusal[] = [];
  for (const [index, element] of input.entries()) {
    const parsed = parseElement(element);
    if (!parsed.ok) {
      for (const refusal of parsed.refusals) {
        const part = refusal.part === undefined ? `${index}` : `${index}.${refusal.part}`;
        refusals.push({ ...refusal, part });
      }
    } else if (parsed.value !== null) {
      const key = keyOf(parsed.value);
      if (!values.has(key)) values.set(key, parsed.value);
    }
  }
  if (refusals.length > 0) return { ok: false, refusals };
  if (values.size > max) return refuse('tooMany', { max });
  return accept(values.size === 0 ? null : [...values.values()]);
}

/** `a; b; c`, with a backslash before what `readList` would take for a separator. */
export const writeList = (values: readonly string[], separator = /[;\n]/): string =>
  values
    .map((value) =>
      [...value].map((c) => (c === '\\' || separator.test(c) ? `\\${c}` : c)).join(''),
    )
    .join('; ');

/** The inverse of `writeList`; elements are trimmed and empty ones left out. */
export const readList = (text: string, separator = /[;\n]/): string[] =>
  splitEscaped(text, (c) => separator.test(c)).filter((element) => element !== '');

/** `a | b | c`: the parts of a composed value in one readable cell, empty ones kept. */
export const writeParts = (parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[\\|]/g, '\\$&')).join(' | ');

export const readParts = (text: string): string[] => splitEscaped(text, (c) => c === '|');

function splitEscaped(text: string, isSeparator: (character: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  let escaped = false;
  for (const character of text) {
    if (!escaped && character === '\\') {
      escaped = true;
      continue;
    }
    if (!escaped && isSeparator(character)) {
      parts.push(part.trim());
      part = '';
      continue;
    }
    part += character;
    escaped = false;
  }
  // A backslash that escapes nothing is a backslash.
  parts.push((escaped ? `${part}\\` : part).trim());
  return parts;
}
