import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { EntryFrame } from '../../entry/entry-frame.tsx';
import { GivenFile, type Given } from './given-file.tsx';
import { PasswordForm } from './password-form.tsx';
import { sharedWords } from './shared.words.ts';

type Answer = { needsPassword: true } | ({ needsPassword: false } & Given);

/** A document for somebody outside, by its link. After the `#` a browser tells no server what it is. */
export function SharedPage() {
  const t = useWords(sharedWords);
  const [token] = useState(() => location.hash.slice(1));
  const open = useMutation({
    mutationFn: (password: string | undefined) =>
      send<Answer>('POST', '/api/v1/public/links/open', {
        token,
        ...(password !== undefined && { password }),
      }),
  });
  const { mutate, data, error, variables } = open;
  useEffect(() => mutate(undefined), [mutate]);
  if (data && !data.needsPassword) return <GivenFile given={data} />;
  if (data?.needsPassword || isProblem(error, 'wrongCredentials') || variables !== undefined)
    return (
      <PasswordForm isBusy={open.isPending} error={error} onPassword={(typed) => mutate(typed)} />
    );
  if (isProblem(error, 'offline'))
    return (
      <EntryFrame title={t('opening')}>
        <Note tone="warn">{t('offline')}</Note>
        <Button size="md" onClick={() => mutate(undefined)}>
          {t('again')}
        </Button>
      </EntryFrame>
    );
  if (error)
    return (
      <EntryFrame title={t('goneTitle')} text={isProblem(error, 'notFound') ? t('goneText') : ''}>
        {!isProblem(error, 'notFound') && <Note tone="bad">{error.message}</Note>}
      </EntryFrame>
    );
  return <EntryFrame title={t('opening')}>{null}</EntryFrame>;
}
