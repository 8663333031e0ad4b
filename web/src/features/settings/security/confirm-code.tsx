import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { send } from '#web/api/request.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { QrCode } from './qr-code.tsx';
import { securityWords } from './security.words.ts';
import classes from './two-step.module.css';

interface Props {
  uri: string;
  onDone: () => void;
  onCancel: () => void;
}

export function ConfirmCode({ uri, onDone, onCancel }: Props) {
  const t = useWords(securityWords);
  const tell = useTell();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => send('POST', '/api/auth/two-factor/confirm', { code }),
    onSuccess: onDone,
    onError: (error) => {
      if (!isWrongCode(error)) tell(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{t('scan')}</p>
        <QrCode text={uri} label={t('qr')} />
        <div>
          <p className={classes.hint}>{t('secret')}</p>
          <code className={classes.secret}>{secretOf(uri)}</code>
        </div>
        <TextInput
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.replace(/\s/g, ''))}
          error={isWrongCode(confirm.error) ? t('wrongCode') : undefined}
          required
          withAsterisk={false}
          data-autofocus
        />
        <DialogFoot onCancel={onCancel}>
          <Button type="submit" loading={confirm.isPending}>
            {t('confirm')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}

const isWrongCode = (error: unknown): boolean =>
  isProblem(error, 'wrongCredentials') || isProblem(error, 'invalid');

/** In groups of four, as it is typed. */
const secretOf = (uri: string): string =>
  new URL(uri).searchParams
    .get('secret')
    ?.match(/.{1,4}/g)
    ?.join(' ') ?? '';
