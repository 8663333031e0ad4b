import { SegmentedControl } from '@mantine/core';
import { languages } from '#shared/messages/language.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { entryWords } from './entry.words.ts';

/** A language is named in itself, so that whoever needs it can read it. */
const names = { vi: 'Tiếng Việt', en: 'English' } as const;

export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const t = useWords(entryWords);
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('languageLabel')}
      value={language}
      data={languages.map((value) => ({ value, label: names[value] }))}
      onChange={(value) => setLanguage(value === 'en' ? 'en' : 'vi')}
    />
  );
}
