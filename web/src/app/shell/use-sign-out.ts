import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { isProblem } from '#web/api/problem.ts';
import { send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { forgetRecent } from '#web/engine/recent.ts';
import { leaveHere } from '#web/features/notices/device.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { forgetReads } from '../pwa/keep-reads.ts';
import { forgetCompany } from './chosen-company.ts';
import { shellWords } from './shell.words.ts';

/** Ends the session; what was read on this machine goes with it, what was being typed stays. */
export function useSignOut() {
  const t = useWords(shellWords);
  const { id: me } = useMe();
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    // While the session still allows it. Without a network it goes on: push services find out themselves.
    await leaveHere(me).catch(() => undefined);
    try {
      await send('POST', '/api/auth/sign-out');
    } catch (error) {
      // Signed out already, elsewhere: what remains is done here all the same.
      if (!isProblem(error, 'unauthenticated')) {
        notify({ tone: 'bad', text: t('signOutFailed') });
        return;
      }
    }
    client.clear();
    forgetRecent();
    forgetCompany();
    await forgetReads();
    await router.navigate({ to: '/sign-in', search: {} });
  };
}
