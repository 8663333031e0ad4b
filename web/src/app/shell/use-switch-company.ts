import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { forgetRecent } from '#web/engine/recent.ts';
import { forgetReads } from '../pwa/keep-reads.ts';
import { chooseCompany } from './chosen-company.ts';

/** Goes on in another company of this person; nothing of the one before is shown there. */
export function useSwitchCompany() {
  const client = useQueryClient();
  const router = useRouter();
  return async (id: string) => {
    chooseCompany(id);
    client.clear();
    forgetRecent();
    await forgetReads();
    await router.navigate({ to: '/' });
  };
}
