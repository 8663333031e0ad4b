import type { Company } from './world.ts';
import type { Base } from './world.ts';
import { member, textMember, type Answer } from './send.ts';

export interface Person {
  memberId: string;
  email: string;
  password: string;
  /** As a browser sends it. */
  cookie: string;
  /** A key that may do all the person may. */
  key: string;
}

interface Founder {
  memberId: string;
  email: string;
  password: string;
}

/** Everyone the cases need, made the way an administrator makes them: invited by mail, signed in. */
export async function makePeople(
  base: Base,
  founder: Founder,
  otherFounder: Founder,
): Promise<Pick<Company, 'people' | 'readOnlyKey' | 'revokedKey'>> {
  const admin = await enter(base, founder, ['read', 'write', 'admin']);
  const stranger = await enter(base, otherFounder, ['read', 'write', 'admin']);
  const roles = await rolesOf(base, admin);
  const [north, south] = [await makeTeam(base, admin, 'Bắc'), await makeTeam(base, admin, 'Nam')];
  const join = (name: string, roleId: string, teamIds: string[] = []) =>
    invite(base, admin, { name, roleId, teamIds });
  const sales1 = await join('sales1', roles.employee, [north]);
  const sales2 = await join('sales2', roles.employee, [south]);
  const viewer = await join('viewer', roles.viewer);
  const blind = await join('blind', roles.blind);
  const disabled = await join('disabled', roles.employee);
  const gone = { takeOver: admin.memberId };
  expectStatus(
    await base.ask(admin, 'POST', `/api/v1/members/${disabled.memberId}/deactivate`, gone),
    200,
  );
  const revoked = await makeKey(base, sales1.cookie, ['read', 'write']);
  expectStatus(await base.browse(sales1, 'DELETE', `/api/v1/api-keys/${revoked.id}`), 204);
  return {
    people: { admin, sales1, sales2, viewer, blind, disabled, stranger },
    readOnlyKey: (await makeKey(base, sales1.cookie, ['read'])).key,
    revokedKey: revoked.key,
  };
}

/** Signs a person in and makes their key. */
async function enter(
  base: Base,
  { memberId, email, password }: Founder,
  scopes: string[],
): Promise<Person> {
  const cookie = cookieOf(await signIn(base, { email, password }));
  const { key } = await makeKey(base, cookie, scopes);
  return { memberId, email, password, cookie, key };
}

export async function signIn(
  base: Pick<Base, 'send'>,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return base.send({
    method: 'POST',
    path: '/api/auth/sign-in',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** What a browser sends back after the answer. */
export const cookieOf = ({ headers }: Answer): string =>
  (headers['set-cookie'] ?? [])
    .filter((line) => !/max-age=0\b/i.test(line))
    .map((line) => line.split(';', 1)[0] ?? '')
    .join('; ');

/** Only a session may make and end keys. */
export async function makeKey(base: Base, cookie: string, scopes: string[]) {
  const body = { name: 'thử', scopes };
  const answer = await base.browse({ cookie }, 'POST', '/api/v1/api-keys', body);
  expectStatus(answer, 201);
  return { id: textMember(answer.json, 'id'), key: textMember(answer.json, 'key') };
}

async function rolesOf(base: Base, admin: Person) {
  const { json } = await base.ask(admin, 'GET', '/api/v1/roles');
  const items = member(json, 'items');
  const employee = Array.isArray(items)
    ? items.find((role) => member(role, 'key') === 'employee')
    : undefined;
  const seeing = { read: 'all', create: false, update: 'none', delete: 'none' };
  const rights = { ...seeing, export: true, import: false };
  const make = async (name: string, more: object) => {
    const made = await base.ask(admin, 'POST', '/api/v1/roles', {
      name,
      rights: { '*': rights, ...more },
    });
    expectStatus(made, 201);
    return textMember(made.json, 'id');
  };
  return {
    employee: textMember(employee, 'id'),
    viewer: await make('viewer', {}),
    blind: await make('blind', {
      account: { ...rights, fields: { potential: 'hidden', notes: 'hidden' } },
    }),
  };
}

async function makeTeam(base: Base, admin: Person, name: string): Promise<string> {
  const made = await base.ask(admin, 'POST', '/api/v1/teams', { name });
  expectStatus(made, 201);
  return textMember(made.json, 'id');
}

/** Invites somebody, accepts by the link in the mail, signs in. */
export async function invite(
  base: Base,
  admin: Person,
  who: { name: string; roleId: string; teamIds?: string[] },
): Promise<Person> {
  const email = `${who.name}@x.test`;
  const password = `mật khẩu của ${who.name} đủ dài`;
  const { token, memberId } = await sendInvitation(base, admin, { ...who, email });
  const accepted = await base.ask(null, 'POST', '/api/v1/invitations/accept', {
    token,
    name: who.name,
    password,
  });
  expectStatus(accepted, 200);
  return enter(base, { memberId, email, password }, ['read', 'write']);
}

export async function sendInvitation(
  base: Base,
  admin: Person,
  who: { name: string; email: string; roleId: string; teamIds?: string[] },
): Promise<{ token: string; memberId: string }> {
  await base.forgetTries();
  const before = base.mail.mails.length;
  const invited = await base.ask(admin, 'POST', '/api/v1/invitations', who);
  expectStatus(invited, 201);
  const mail = await base.mail.next(who.email, before);
  const token = /#token=([\w-]{43})/.exec(mail.text)?.[1] ?? '';
  return { token, memberId: textMember(invited.json, 'id') };
}

export function expectStatus(answer: Answer, status: number): void {
  if (answer.status !== status)
    throw new Error(`a fixture got ${answer.status} instead of ${status}: ${answer.text}`);
}
