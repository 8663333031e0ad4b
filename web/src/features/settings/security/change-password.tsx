import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { useWords } from '#web/words/language.tsx';
import { fieldError, useTell } from '../use-tell.ts';
import { securityWords } from './security.words.ts';
import { sessionsKey } from './sessions-query.ts';

export function ChangePassword() {
  const t = useWords(securityWords);
  const tell = useTell();
  const me = useMe();
  const client = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () => send('POST', '/api/auth/change-password', { currentPassword, newPassword }),
    onSuccess: async () => {
      setCurrent('');
      setNew('');
      notify({ tone: 'ok', text: t('changed') });
      await client.invalidateQueries({ queryKey: sessionsKey });
    },
    onError: (error) => {
      if (!isProblem(error, 'wrongCredentials') && !fieldError(error, 'newPassword')) tell(error);
    },
  });
  const isWrong = isProblem(change.error, 'wrongCredentials');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {/* So that keepers of passwords know whose it is. */}
        <input type="text" autoComplete="username" value={me.email} readOnly hidden />
        <PasswordField
          label={t('current')}
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={isWrong ? t('wrongPassword') : undefined}
          required
          withAsterisk={false}
        />
        <PasswordField
          label={t('next')}
          description={t('nextHint')}
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNew(event.currentTarget.value)}
          error={fieldError(change.error, 'newPassword')}
          required
          withAsterisk={false}
        />
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('change')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
