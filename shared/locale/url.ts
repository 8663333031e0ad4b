const LONGEST = 2048;

/**
 * A web address as it is stored: http or https, `https://` added when no scheme was typed. Other
 * schemes, credentials, white space and control characters are refused. It says nothing about
 * where the address leads; whoever fetches it checks the address it connects to.
 */
export function parseUrl(raw: string): string | undefined {
  const text = raw.normalize('NFC').replace(/^[ \u00a0]+|[ \u00a0]+$/g, '');
  if (text === '' || text.length > LONGEST || /[\p{Cc}\p{Z}\\]/u.test(text)) return undefined;
  const typed = /^([a-z][a-z0-9+.-]*):(?!\d{1,5}(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase();
  if (typed !== undefined && typed !== 'http' && typed !== 'https') return undefined;
  if (typed !== undefined && !/^https?:\/\/[^/]/i.test(text)) return undefined;
  const url = URL.parse(typed === undefined ? `https://${text.replace(/^\/\//, '')}` : text);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  if (!isHost(url.hostname) || /^[^/?#]*@/.test(text.replace(/^[a-z]+:\/\//i, '')))
    return undefined;
  return url.href.length > LONGEST ? undefined : withoutBareSlash(url.href);
}

/** A name with a dot, localhost, or an address in brackets. */
function isHost(host: string): boolean {
  return host === 'localhost' || host.startsWith('[') || /^[^.]+(?:\.[^.]+)+$/.test(host);
}

/** `https://duyen.vn/` is how a browser writes what a person typed as `duyen.vn`. */
function withoutBareSlash(href: string): string {
  return /^https?:\/\/[^/?#]+\/$/.test(href) ? href.slice(0, -1) : href;
}
