const decoder = new TextDecoder('windows-1258');
const byteOf = new Map(
  Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
);

/** Vietnamese text as older programs save it: a letter it has no byte for is a letter and its tone. */
export function windows1258(text: string): Buffer {
  return Buffer.from([...text.normalize('NFC')].flatMap(bytesOf));
}

function bytesOf(letter: string): number[] {
  const byte = byteOf.get(letter);
  if (byte !== undefined) return [byte];
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0];
  if (tone === undefined) throw new Error(`windows-1258 has no ${letter}`);
  const rest = letter.normalize('NFD').replace(tone, '').normalize('NFC');
  return [...bytesOf(rest), ...bytesOf(tone)];
}
