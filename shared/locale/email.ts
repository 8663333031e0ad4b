import { nfc } from './text.ts';

const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LOCAL =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/**
 * One address as it is stored: domain in lower case, NFC. International domains are kept readable.
 * Display names, quoted local parts, lists and control characters are refused.
 */
export function parseEmail(raw: string): string | undefined {
  if (raw.length > LONGEST * 2) return undefined;
  const trimmed = raw.trim();
  if (/\p{Cc}/u.test(trimmed)) return undefined;
  const text = nfc(trimmed).replace(/^mailto:/i, '');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  if (at < 1 || local.length > LONGEST_LOCAL || !LOCAL.test(local) || !isDomain(domain)) {
    return undefined;
  }
  const address = `${local}@${domain}`;
  return new TextEncoder().encode(address).length > LONGEST ? undefined : address;
}

/** At least two labels; the last one is no number, so that an IP address is no domain. */
function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\p{N}+$/u.test(top);
}
