import { Button } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { appWords } from './app.words.ts';
import { NotThere } from './not-there.tsx';
import { takeUpdate } from './pwa/update.ts';
import { queryClient } from './query-client.ts';

/** What a page shows instead of itself. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const t = useWords(appWords);
  const router = useRouter();
  const questions = useQueryErrorResetBoundary();
  const isSignedOut = isProblem(error, 'unauthenticated');
  useEffect(() => {
    // Ended elsewhere: sign in, and come back here afterwards.
    if (!isSignedOut) return;
    const back = router.state.location.href;
    queryClient.clear();
    void router.navigate({ to: '/sign-in', search: { back, ended: 'true' }, replace: true });
  }, [isSignedOut, router]);
  // Without a network a part of the program may be missing too, which is no answer of the server.
  const isOffline =
    !navigator.onLine || isProblem(error, 'offline') || isProblem(error, 'unavailable');
  const again = () => {
    questions.reset();
    reset();
    void router.invalidate();
  };
  useWindowEvent('online', again);
  // A mistake of the program, or a part of it that an update took away: no asking again mends that.
  const isBroken = !isOffline && !isProblem(error);
  if (isSignedOut) return null;
  if (isProblem(error, 'notFound')) return <NotThere />;
  return (
    <Empty
      title={t(isOffline ? 'offlineTitle' : 'failedTitle')}
      text={isOffline ? t('offlineText') : isProblem(error) ? error.message : t('brokenText')}
    >
      <Button onClick={isBroken ? takeUpdate : again}>{t(isBroken ? 'reload' : 'again')}</Button>
    </Empty>
  );
}
