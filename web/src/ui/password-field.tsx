import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import { uiWords } from './ui.words.ts';

/** A password, with an eye that says in the language of the screen what it does. */
export function PasswordField(props: PasswordInputProps) {
  const t = useWords(uiWords);
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
      {...props}
    />
  );
}
