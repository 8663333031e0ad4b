import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isProblem } from '#web/api/problem.ts';
import { meQuery } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { LockedField } from '#web/ui/locked-field.tsx';
import { Note } from '#web/ui/note.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { useWords } from '#web/words/language.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { entryWords } from './entry.words.ts';
import { LinkGone } from './link-gone.tsx';
import { useEnter } from './use-enter.ts';
import { useEntryForm } from './use-entry-form.ts';
import { useLinkToken } from './use-link-token.ts';

interface Invitation {
  workspace: string;
  name: string;
  email: string;
  /** Works in another company already: signs in and accepts. */
  signIn: boolean;
}

export function InvitationPage() {
  const token = useLinkToken();
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => send<Invitation>('POST', '/api/v1/invitations/look', { token }),
    enabled: token !== '',
    retry: false,
  });
  if (token === '' || (look.isError && !isProblem(look.error, 'offline'))) return <LinkGone />;
  return look.data ? <Accept invitation={look.data} token={token} /> : null;
}

function Accept({ invitation, token }: { invitation: Invitation; token: string }) {
  const { workspace, name, email, signIn } = invitation;
  const t = useWords(entryWords);
  const enter = useEnter();
  const me = useQuery({ ...meQuery, enabled: signIn, retry: false });
  const form = useEntryForm({ name, password: '' }, async (values) => {
    await send('POST', '/api/v1/invitations/accept', { token, ...(!signIn && values) });
    if (!signIn) await send('POST', '/api/auth/sign-in', { email, password: values.password });
    await enter('/');
  });
  if (signIn && me.isPending) return null;
  const mustSignIn = signIn && me.data?.email !== email;
  return (
    <EntryFrame
      title={t('invitedTitle', { workspace })}
      text={
        mustSignIn
          ? t('invitedKnown', { email })
          : t(signIn ? 'invitedJoin' : 'invitedText', { workspace })
      }
    >
      {mustSignIn ? (
        <Button component={Link} to="/sign-in" size="md">
          {t('signIn')}
        </Button>
      ) : (
        <form onSubmit={form.onSubmit} noValidate>
          {form.problem && form.problem.errors.length === 0 && (
            <Note tone="bad">
              {form.problem.code === 'offline' ? t('offline') : form.problem.message}
            </Note>
          )}
          {!signIn && (
            <>
              <LockedField label={t('email')} value={email} autoComplete="username" size="md" />
              <TextInput
                label={t('yourName')}
                autoComplete="name"
                size="md"
                {...form.field('name')}
              />
              <PasswordField
                label={t('password')}
                description={t('passwordHint')}
                autoComplete="new-password"
                size="md"
                {...form.field('password')}
              />
            </>
          )}
          <Button type="submit" size="md" fullWidth loading={form.busy}>
            {t('join')}
          </Button>
        </form>
      )}
    </EntryFrame>
  );
}
