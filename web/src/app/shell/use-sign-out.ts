import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { send } from '#web/api/request.ts';
import { forgetRecent } from '#web/engine/recent.ts';
import { forgetReads } from '../pwa/keep-reads.ts';

/** Ends the session; what was read on this machine goes with it, what was being typed stays. */
export function useSignOut() {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    await send('POST', '/api/auth/sign-out');
    client.clear();
    forgetRecent();
    await forgetReads();
    await router.navigate({ to: '/sign-in', search: {} });
  };
}
