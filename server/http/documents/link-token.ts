/** Which company a secret is of stands before it: people outside are in none. */
export const writeToken = (workspaceId: string, secret: string): string =>
  `${Buffer.from(workspaceId.replaceAll('-', ''), 'hex').toString('base64url')}${secret}`;

const companyLength = 22;
const whole = /^[\w-]{65}$/;

export function readToken(token: string): { workspaceId: string; secret: string } | undefined {
  if (!whole.test(token)) return undefined;
  const hex = Buffer.from(token.slice(0, companyLength), 'base64url').toString('hex');
  const workspaceId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { workspaceId, secret: token.slice(companyLength) };
}
