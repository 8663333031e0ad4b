import { Anchor, Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '#web/api/request.ts';
import { useWords } from '#web/words/language.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { entryWords } from './entry.words.ts';
import { useEntryForm } from './use-entry-form.ts';

export function ForgotPasswordPage() {
  const t = useWords(entryWords);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useEntryForm({ email: '' }, async (values) => {
    await send('POST', '/api/auth/forgot-password', values);
    setSentTo(values.email);
  });
  const back = (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t('back')}
    </Anchor>
  );
  if (sentTo !== null)
    return (
      <EntryFrame title={t('sentTitle')} text={t('sentText', { email: sentTo })}>
        {back}
      </EntryFrame>
    );
  return (
    <EntryFrame title={t('forgotTitle')} text={t('forgotText')}>
      <form onSubmit={form.onSubmit} noValidate>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          autoFocus
          size="md"
          {...form.field('email')}
        />
        <Button type="submit" size="md" fullWidth loading={form.busy}>
          {t('sendLink')}
        </Button>
        {back}
      </form>
    </EntryFrame>
  );
}
