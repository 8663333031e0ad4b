import { useState } from 'react';

/** `#token=…` of a link in a mail. After the `#` it is never sent to a server, nor kept in the address. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const found = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
    if (found !== '') history.replaceState(history.state, '', location.pathname);
    return found;
  });
  return token;
}
