import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

/** Somebody has just signed in: nothing that was asked before counts any more. `next` is a path of ours. */
export function useEnter() {
  const router = useRouter();
  const client = useQueryClient();
  return async (next: string) => {
    client.clear();
    await router.navigate({ href: next, replace: true });
  };
}
