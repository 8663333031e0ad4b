/** VNI writes an accent as a letter of its own after the vowel; these pairs never occur in Unicode. */
const VNI =
  /[aA][âáàåãùøûõÂÁÀÅÃÙØÛÕ]|[eE][âáàåãùøûõÂÁÀÅÃÙØÛÕ]|[iI][eE][äÄ]|[oO][âåùøûõÂÅÙØÛÕ]|[uUyY][øûõØÛÕ]|[ôöÔÖ][ùøûõïÙØÛÕÏ]/u;

/** TCVN3 (ABC) puts accented letters on the places of signs and Latin capitals. */
const TCVN3 =
  /\p{Ll}[ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ÷](?![\p{Lu}])|[A-Za-z][¨©ª«¬®µ¶·¸¹»¼½¾\u00ad](?:\p{Ll}|$)|(?<!\p{L})[®§][\p{Ll}«¬¸¹]/u;

/**
 * The old font whose bytes were taken for Unicode, as in `Nguyeãn` (VNI) or `NguyÔn` (TCVN3). A
 * reason to warn, never to convert: short foreign words can look the same.
 */
export function detectLegacyFont(text: string): 'vni' | 'tcvn3' | undefined {
  if (VNI.test(text)) return 'vni';
  if (TCVN3.test(text)) return 'tcvn3';
  return undefined;
}
