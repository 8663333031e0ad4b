import { isIP } from 'node:net';

/** Names a request may be addressed to. Another name would be a page elsewhere whose DNS points here. */
export function createHostCheck(options: {
  publicUrl: string | undefined;
  host: string;
}): (header: string | undefined) => boolean {
  const names = new Set(['localhost']);
  if (isIP(options.host) === 0) names.add(options.host.toLowerCase());
  if (options.publicUrl) names.add(new URL(options.publicUrl).hostname);
  // Seen on every request, so the few that are used are remembered as they were written.
  const known = new Set<string>();
  return (header) => {
    if (header === undefined) return false;
    if (known.has(header)) return true;
    const name = /^(\[[\da-f:.]{2,45}\]|[a-z\d._-]{1,253})(?::\d{1,5})?$/i.exec(header)?.[1];
    if (name === undefined) return false;
    // Numbers need no DNS, so no other site can stand behind them.
    const good = names.has(name.toLowerCase()) || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
    if (good && known.size < 100) known.add(header);
    return good;
  };
}
