import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { send } from '#web/api/request.ts';
import { useWords } from '#web/words/language.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { entryWords } from './entry.words.ts';
import { useEntryForm } from './use-entry-form.ts';

interface Props {
  next: string;
  onDone: (next: string) => void;
  /** To the name and the password, as somebody else or anew. */
  onBack: () => void;
}

/** The second step: the phone's code, or one of the recovery codes. */
export function CodeForm({ next, onDone, onBack }: Props) {
  const t = useWords(entryWords);
  const [isRecovery, setRecovery] = useState(false);
  const form = useEntryForm({ code: '' }, async ({ code }) => {
    const answer = await send<{ next: string }>('POST', '/api/auth/two-factor/verify', {
      ...(isRecovery ? { recoveryCode: code.trim() } : { code: code.replaceAll(/\s/g, '') }),
      next,
    });
    onDone(answer.next);
  });
  return (
    <EntryFrame
      title={t(isRecovery ? 'recoveryTitle' : 'codeTitle')}
      text={t(isRecovery ? 'recoveryText' : 'codeText')}
    >
      <form onSubmit={form.onSubmit} noValidate>
        <TextInput
          key={String(isRecovery)}
          label={t(isRecovery ? 'recoveryCode' : 'code')}
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          size="md"
          {...form.field('code')}
          error={form.problem && (form.problem.code === 'offline' ? t('offline') : t('codeWrong'))}
        />
        <Button type="submit" size="md" fullWidth loading={form.busy}>
          {t('continue')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => setRecovery(!isRecovery)}>
          {t(isRecovery ? 'useCode' : 'useRecovery')}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('back')}
        </Anchor>
      </form>
    </EntryFrame>
  );
}
