import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import type { Label } from '#shared/define.ts';
import type { MessageParams } from '#shared/messages/fill.ts';
import type { Language } from '#shared/messages/language.ts';
import { say, type Sentence, type Words } from './define-words.ts';

interface Speaking {
  language: Language;
  /** Of the person who looks; an IANA name. */
  timeZone: string;
  setLanguage(language: Language): void;
}

const Spoken = createContext<Speaking | null>(null);

export function LanguageProvider({ children, ...speaking }: Speaking & { children: ReactNode }) {
  const { language, timeZone, setLanguage } = speaking;
  const value = useMemo(
    () => ({ language, timeZone, setLanguage }),
    [language, timeZone, setLanguage],
  );
  return <Spoken value={value}>{children}</Spoken>;
}

export function useLanguage(): Speaking {
  const speaking = use(Spoken);
  if (!speaking) throw new Error('LanguageProvider is missing');
  return speaking;
}

/** `const t = useWords(listWords); t('rows', { count: 3 })`. */
export function useWords<C extends Readonly<Record<string, Sentence>>>(words: Words<C>) {
  const { language } = useLanguage();
  return useCallback(
    (key: keyof C & string, params?: MessageParams) => say(words, language, key, params),
    [words, language],
  );
}

/** Labels of objects, fields and options in the language of the screen. */
export function useLabel(): (label: Label | string) => string {
  const { language } = useLanguage();
  return useCallback((label) => (typeof label === 'string' ? label : label[language]), [language]);
}
