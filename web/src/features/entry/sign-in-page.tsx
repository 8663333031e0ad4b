import { Anchor, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { useWords } from '#web/words/language.tsx';
import { CodeForm } from './code-form.tsx';
import { DemoRoles } from './demo-roles.tsx';
import { EntryFrame } from './entry-frame.tsx';
import classes from './entry-frame.module.css';
import { entryWords } from './entry.words.ts';
import { setupQuery } from './setup-query.ts';
import { useEntryForm } from './use-entry-form.ts';
import { useEnter } from './use-enter.ts';

/** E-mail and password, then the code of the phone when the person has turned that on. */
export function SignInPage() {
  const t = useWords(entryWords);
  const { back = '/', ended } = useSearch({ strict: false });
  const enter = useEnter();
  const [needsCode, setNeedsCode] = useState(false);
  const { data: setup } = useQuery(setupQuery);
  const form = useEntryForm({ email: '', password: '' }, async (values) => {
    const answer = await send<{ twoFactor: boolean; next: string }>('POST', '/api/auth/sign-in', {
      ...values,
      next: back,
    });
    if (answer.twoFactor) setNeedsCode(true);
    else await enter(answer.next);
  });

  if (setup?.needed) return <Navigate to="/setup" replace />;
  if (needsCode)
    return (
      <CodeForm
        next={back}
        onDone={(next) => void enter(next)}
        onBack={() => setNeedsCode(false)}
      />
    );
  return (
    <EntryFrame title={t('signIn')} text={setup?.demo?.company}>
      <form onSubmit={form.onSubmit} noValidate>
        {ended !== undefined && !form.problem && <Note tone="info">{t('ended')}</Note>}
        {form.problem && form.problem.errors.length === 0 && (
          <Note tone="bad">
            {form.problem.code === 'offline'
              ? t('offline')
              : form.problem.code === 'wrongCredentials'
                ? t('wrong')
                : form.problem.message}
          </Note>
        )}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          autoFocus
          size="md"
          {...form.field('email')}
        />
        <div className={classes.passwordRow}>
          <PasswordField
            label={t('password')}
            autoComplete="current-password"
            size="md"
            {...form.field('password')}
          />
          <Anchor component={Link} to="/forgot-password" size="sm" className={classes.forgot ?? ''}>
            {t('forgot')}
          </Anchor>
        </div>
        <Button type="submit" size="md" fullWidth loading={form.busy}>
          {t('signIn')}
        </Button>
      </form>
      {setup?.demo && <DemoRoles demo={setup.demo} onDone={(next) => void enter(next)} />}
    </EntryFrame>
  );
}
