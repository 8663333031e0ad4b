import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '#web/api/request.ts';
import { PasswordField } from '#web/ui/password-field.tsx';
import { useWords } from '#web/words/language.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { entryWords } from './entry.words.ts';
import { LinkGone } from './link-gone.tsx';
import { useEntryForm } from './use-entry-form.ts';
import { useLinkToken } from './use-link-token.ts';

export function ResetPasswordPage() {
  const t = useWords(entryWords);
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const form = useEntryForm({ newPassword: '' }, async (values) => {
    await send('POST', '/api/auth/reset-password', { token, ...values });
    setDone(true);
  });
  const isLinkWrong =
    form.problem !== null &&
    form.problem.code !== 'offline' &&
    !form.problem.errors.some(({ path }) => path === 'newPassword');
  if (token === '' || isLinkWrong) return <LinkGone />;
  if (isDone)
    return (
      <EntryFrame title={t('savedTitle')} text={t('savedText')}>
        <Button component={Link} to="/sign-in" size="md">
          {t('signIn')}
        </Button>
      </EntryFrame>
    );
  return (
    <EntryFrame title={t('resetTitle')} text={t('resetText')}>
      <form onSubmit={form.onSubmit} noValidate>
        <PasswordField
          label={t('newPassword')}
          description={t('passwordHint')}
          autoComplete="new-password"
          autoFocus
          size="md"
          {...form.field('newPassword')}
        />
        <Button type="submit" size="md" fullWidth loading={form.busy}>
          {t('savePassword')}
        </Button>
      </form>
    </EntryFrame>
  );
}
