import { useQuery } from '@tanstack/react-query';
import { get } from '#web/api/request.ts';

const systemMail = {
  queryKey: ['settings', 'mail'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    get<{ mail?: { sends: boolean } }>('/api/v1/system', signal),
  staleTime: 60_000,
};

/** `link`: the server gives links of invitations out, as it does on the machine it runs on when it sends no mail. */
export function useMail(): 'sends' | 'folder' | 'link' | undefined {
  const mail = useQuery(systemMail).data?.mail;
  if (!mail) return undefined;
  if (mail.sends) return 'sends';
  return /^(?:localhost|127\..*|\[::1\])$/.test(location.hostname) ? 'link' : 'folder';
}
