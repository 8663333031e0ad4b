import type { Language } from '#shared/messages/language.ts';

/** `Đồng Việt Nam (VND)`. */
export function currencyName(code: string, language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code;
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)} (${code})`;
}
