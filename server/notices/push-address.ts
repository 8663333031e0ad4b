/** The services of the browsers there are: Chrome and most others, Firefox, Edge, Safari. */
const services = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'notify.windows.com',
  'push.apple.com',
];

/**
 * Whether the address a browser gave belongs to a push service. The program goes there by itself, so that no address of
 * somebody's choice may be among them.
 */
export function isPushAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  return (
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    services.some((service) => hostname === service || hostname.endsWith(`.${service}`))
  );
}
