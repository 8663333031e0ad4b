import { fill, type MessageParams } from '#shared/messages/fill.ts';
import type { Language } from '#shared/messages/language.ts';

/** A sentence, or one per plural form; Vietnamese has only `other`. Placeholders as in shared/messages/fill. */
export type Sentence = string | { one?: string; other: string };
type Catalogue = Readonly<Record<string, Sentence>>;

export interface Words<C extends Catalogue> {
  readonly vi: C;
  readonly en: { readonly [K in keyof C]: Sentence };
}

/** The words of one part of the screens, in both languages; kept beside the part so that it loads with it. */
export const defineWords = <const C extends Catalogue>(words: {
  vi: C;
  en: { readonly [K in keyof C]: Sentence };
}): Words<C> => words;

const plurals: Readonly<Record<Language, Intl.PluralRules>> = {
  vi: new Intl.PluralRules('vi'),
  en: new Intl.PluralRules('en'),
};

/** `count` chooses the plural form. */
export function say<C extends Catalogue>(
  words: Words<C>,
  language: Language,
  key: keyof C,
  params?: MessageParams,
): string {
  const sentence: Sentence = words[language][key] ?? words.vi[key] ?? '';
  if (typeof sentence === 'string') return fill(sentence, params);
  const isOne = plurals[language].select(Number(params?.['count'] ?? 0)) === 'one';
  return fill((isOne ? sentence.one : undefined) ?? sentence.other, params);
}
