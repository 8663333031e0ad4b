import { createHmac, randomUUID } from 'node:crypto';
import { totpCode } from '#server/people/testing/test-people.ts';
import type { Checks, Outcome, Send } from '../outcome.ts';
import { cookieOf, invite, sendInvitation, signIn } from '../people.ts';
import { member, textMember, type Answer } from '../send.ts';
import type { World } from '../world.ts';
import { fill } from './fill.ts';

export const signInWith: Send = async (world, payload, test) => {
  if (typeof payload === 'string') {
    const email = payload.replace(/^email=/, '');
    return { answers: [await signIn(world, { email, password: 'x' })] };
  }
  const factor = ['totp', 'recoveryCode'].find((name) => member(payload, name) !== undefined);
  if (factor !== undefined) return secondFactor(world, String(member(payload, factor)));
  const answer = await signIn(world, Object(fill(world, payload)));
  return { answers: [answer], checks: signInChecks(world, answer, test.expect.inv) };
};

const signInChecks = (world: World, answer: Answer, asked: string[]): Checks => ({
  same_body_as_wrong_password: async () => {
    await world.forgetTries();
    const known = await signIn(world, { email: world.people.viewer.email, password: 'x' });
    return known.text === answer.text && known.status === answer.status
      ? undefined
      : `${known.text} for a wrong password, ${answer.text} for nobody`;
  },
  timing_equal: async () => (asked.includes('timing_equal') ? sameTime(world) : undefined),
});

/** Known and unknown addresses in turn, so that whatever else the machine does falls on both. */
async function sameTime(world: World): Promise<string | undefined> {
  const { email } = world.people.viewer;
  const tries = world.short ? 15 : 200;
  let told = '';
  // Another program's burst falls on one round, a difference of ours on every one.
  for (let round = 0; round < 3; round += 1) {
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < tries; i += 1)
      for (const [which, address] of [email, `nobody${i}@x.test`].entries()) {
        await world.forgetTries();
        const { ms } = await signIn(world, { email: address, password: `wrong ${i}` });
        times[which === 0 ? 0 : 1].push(ms);
      }
    const [known, unknown] = [median(times[0]), median(times[1])];
    const difference = Math.abs(known - unknown);
    if (difference < 15 && difference < 0.1 * Math.max(known, unknown)) return undefined;
    told = `${known.toFixed(1)} ms when known, ${unknown.toFixed(1)} ms when not`;
  }
  return told;
}

const median = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

interface Factor {
  email: string;
  password: string;
  uri: string;
  usedCode: string;
  usedRecovery: string;
  freshRecovery: string;
}
const factors = new WeakMap<World, Promise<Factor>>();

/** Somebody with a second factor who has used one code and one recovery code. */
const factorOf = (world: World): Promise<Factor> => {
  const made = factors.get(world) ?? makeFactor(world);
  factors.set(world, made);
  return made;
};

async function makeFactor(world: World): Promise<Factor> {
  const { admin } = world.people;
  const roleId = await roleOf(world);
  const person = await invite(world, admin, { name: 'factor', roleId });
  const { email, password } = person;
  const begun = await world.browse(person, 'POST', '/api/auth/two-factor/enable', { password });
  const uri = textMember(begun.json, 'totpUri');
  const usedCode = totpCode(uri);
  await world.browse(person, 'POST', '/api/auth/two-factor/confirm', { code: usedCode });
  const [usedRecovery = '', freshRecovery = ''] = [0, 1].map((i) =>
    textMember(begun.json, `recoveryCodes.${i}`),
  );
  const used = await verify(world, { email, password }, { recoveryCode: usedRecovery });
  if (used.status !== 200) throw new Error(`a recovery code got ${used.status}: ${used.text}`);
  return { email, password, uri, usedCode, usedRecovery, freshRecovery };
}

async function pending(world: World, who: { email: string; password: string }): Promise<string> {
  await world.forgetTries();
  return cookieOf(await signIn(world, { email: who.email, password: who.password }));
}

const verifyAt = (world: World, cookie: string, body: object) =>
  world.browse({ cookie }, 'POST', '/api/auth/two-factor/verify', body);

const verify = async (world: World, who: { email: string; password: string }, body: object) =>
  verifyAt(world, await pending(world, who), body);

async function secondFactor(world: World, name: string): Promise<Outcome> {
  const factor = await factorOf(world);
  const proofs: Record<string, object> = {
    '{used-code}': { code: factor.usedCode },
    '{code-2-steps-old}': { code: totpCode(factor.uri, -2) },
    '{used}': { recoveryCode: factor.usedRecovery },
  };
  const proof = proofs[name];
  if (!proof) throw new Error(`no such code: ${name}`);
  return { answers: [await verify(world, factor, proof)] };
}

export const recoveryCodeAtOnce: Send = async (world) => {
  const factor = await factorOf(world);
  const cookies: string[] = [];
  for (let i = 0; i < 10; i += 1) cookies.push(await pending(world, factor));
  const body = { recoveryCode: factor.freshRecovery };
  return {
    answers: await Promise.all(cookies.map((cookie) => verifyAt(world, cookie, body))),
  };
};

export const guessAtOnce: Send = async (world) => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      signIn(world, { email: world.people.viewer.email, password: `guess ${i}` }),
    ),
  );
  const looked = answers.filter(({ status }) => status === 401).length;
  return {
    answers,
    checks: {
      lockout_counter_exact: async () =>
        looked <= 5 ? undefined : `${looked} guesses were looked at, five are documented`,
    },
  };
};

export const signInThenGoTo: Send = async (world, payload) => {
  const { email, password } = world.people.viewer;
  return { answers: [await signIn(world, { email, password, next: payload })] };
};

/** Somebody invited chooses the password. */
export const choosePassword: Send = async (world, payload) => {
  const email = `${randomUUID()}@x.test`;
  const password = String(member(payload, 'password'));
  const roleId = await roleOf(world);
  const { token } = await sendInvitation(world, world.people.admin, { name: 'mới', email, roleId });
  const answer = await world.ask(null, 'POST', '/api/v1/invitations/accept', {
    token,
    name: 'mới',
    password,
  });
  return {
    answers: [answer],
    checks: {
      login_works_with_exact_value_only: async () => {
        const expected: [string, number][] = [
          [password, 200],
          [password.slice(0, -1), 401],
          [password.slice(0, 72), 401],
          [`${password} `, 401],
          [password.toUpperCase(), 401],
        ];
        for (const [each, status] of expected) {
          const got = (await signIn(world, { email, password: each })).status;
          if (got !== status) return `${JSON.stringify(each)} got ${got}`;
        }
        return undefined;
      },
    },
  };
};

async function roleOf(world: World): Promise<string> {
  const { json } = await world.browse(world.people.sales1, 'GET', '/api/v1/me');
  return textMember(json, 'role.id');
}

/** Tokens that are none of ours, and keys that are no longer. */
export const useToken: Send = async (world, payload) => {
  const token = tokenOf(world, payload);
  const answer = await world.send({
    path: '/api/v1/me',
    headers: { authorization: `Bearer ${token}` },
  });
  return { answers: [answer], denied: { action: 'useApiKey' } };
};

export const otherSignIns = (payload: unknown): string | undefined =>
  ['oidc', 'saml', 'oauth'].some((name) => member(payload, name) !== undefined)
    ? 'sign-in by other providers and for other programs is not there yet'
    : undefined;

function tokenOf({ revokedKey, people, server }: World, payload: unknown): string {
  const key = member(payload, 'apiKey');
  if (key === 'revoked') return revokedKey;
  if (key === 'of disabled user') return people.disabled.key;
  const kind = String(member(payload, 'jwt'));
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = {
    alg: kind.includes('none') ? 'none' : 'HS256',
    typ: 'JWT',
    ...(kind.startsWith('kid') && { kid: '../../../../dev/null' }),
    ...(kind.startsWith('jku') && { jku: 'https://evil.example/jwks' }),
  };
  const claims = { sub: people.admin.memberId, iss: server.origin, exp: 4_102_444_800 };
  const signed = `${part(header)}.${part(claims)}`;
  const signature = createHmac('sha256', '').update(signed).digest('base64url');
  return `${signed}.${header.alg === 'none' ? '' : signature}`;
}
