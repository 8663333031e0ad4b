import { Button } from '@mantine/core';
import { useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { useWords } from '#web/words/language.tsx';
import { EntryFrame } from '../../entry/entry-frame.tsx';
import { sharedWords } from './shared.words.ts';

interface Props {
  isBusy: boolean;
  error: Error | null;
  onPassword(typed: string): void;
}

export function PasswordForm({ isBusy, error, onPassword }: Props) {
  const t = useWords(sharedWords);
  const [typed, setTyped] = useState('');
  const isWrong = isProblem(error, 'wrongCredentials');
  return (
    <EntryFrame title={t('lockedTitle')} text={t('lockedText')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') onPassword(typed);
        }}
      >
        {error && !isWrong && (
          <Note tone="bad">{isProblem(error, 'offline') ? t('offline') : error.message}</Note>
        )}
        <PasswordField
          label={t('password')}
          size="md"
          autoComplete="off"
          value={typed}
          error={isWrong && t('wrong')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="md" fullWidth disabled={isBusy}>
          {t('open')}
        </Button>
      </form>
    </EntryFrame>
  );
}
