import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Note } from '#web/ui/note.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { useWords } from '#web/words/language.tsx';
import { useProblemText } from '../use-tell.ts';
import { securityWords } from './security.words.ts';

interface Props<T> {
  text?: ReactNode;
  action: string;
  danger?: boolean;
  /** What is asked of the server with the password. */
  ask: (password: string) => Promise<T>;
  onDone: (answer: T) => void;
  onCancel: () => void;
}

/** A session that was left open is not the person: the password first. */
export function AskPassword<T>({ text, action, danger = false, ask, onDone, onCancel }: Props<T>) {
  const t = useWords(securityWords);
  const textOf = useProblemText();
  const [password, setPassword] = useState('');
  const sending = useMutation({ mutationFn: () => ask(password), onSuccess: onDone });
  const isWrong = isProblem(sending.error, 'wrongCredentials');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {text !== undefined && <p>{text}</p>}
        {sending.error && !isWrong && <Note tone="bad">{textOf(sending.error)}</Note>}
        <PasswordField
          label={t('passwordFirst')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={isWrong ? t('wrongPassword') : undefined}
          required
          withAsterisk={false}
          data-autofocus
        />
        <DialogFoot onCancel={onCancel}>
          <Button type="submit" {...(danger && { color: 'red' })} loading={sending.isPending}>
            {action}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
