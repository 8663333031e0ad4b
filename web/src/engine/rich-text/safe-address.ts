/** What links may do: the schemes that the server keeps. */
export const isSafeAddress = (address: string): boolean =>
  /^(?:https?:|mailto:|tel:)/i.test(address);

/** What was typed as the address of a link; a web address, a mail or a phone need no scheme. Undefined: none of them. */
export function readAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (isSafeAddress(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?\d[\d\s.-]{6,}$/.test(text)) return `tel:${text.replaceAll(/[\s.-]/g, '')}`;
  // A host has a point, and no scheme hides before it.
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?::\d+)?(?:[/?#]\S*)?$/u.test(text)
    ? `https://${text}`
    : undefined;
}
