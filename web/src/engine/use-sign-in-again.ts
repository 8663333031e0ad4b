import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

/** The session ended while a page was open: to sign in, and back to where one was. */
export function useSignInAgain(): () => void {
  const router = useRouter();
  const client = useQueryClient();
  return () =>
    void router
      .navigate({ to: '/sign-in', search: { back: router.state.location.href } })
      .then(() => client.clear());
}
