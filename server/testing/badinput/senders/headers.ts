import type { Send } from '../outcome.ts';
import { member } from '../send.ts';
import { fill } from './fill.ts';

export const isTextRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');

/** A request of another site, with the cookie of somebody who is signed in. */
export const fromOtherSite =
  (method: string, path: string, body?: object): Send =>
  async (world, payload) => {
    const given = member(payload, 'headers');
    const answer = await world.send({
      method,
      path,
      headers: {
        cookie: world.people.sales1.cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...(isTextRecord(given) &&
          Object.fromEntries(
            Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]),
          )),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const allowed = answer.headers['access-control-allow-origin'];
    if (allowed !== undefined) throw new Error(`${allowed} is let in from elsewhere`);
    return { answers: [answer] };
  };

export const deleteByGet: Send = async (world) => ({
  answers: [
    await world.browse(
      world.people.sales1,
      'GET',
      `/api/v1/contacts/delete?id=${world.records.get('contacts')?.mine}`,
    ),
  ],
});

export const getPath: Send = async (world, payload) => {
  const path = String(payload);
  const { admin } = world.people;
  return {
    answers: [await world.send({ path }), await world.ask(admin, 'GET', path)],
  };
};

/** The key itself must not be found in the log, which is read by more people than may have it. */
export const useKey: Send = async (world, payload) => {
  const authorization = String(fill(world, payload));
  const answers = [await world.send({ path: '/api/v1/me', headers: { authorization } })];
  const { viewer } = world.people;
  return {
    answers,
    checks: {
      secret_not_logged: async () => {
        const secrets = [
          authorization.split(' ')[1] ?? '',
          viewer.password,
          ...valuesOf(viewer.cookie),
        ];
        const log = world.server.log.join('\n');
        return secrets.some((secret) => log.includes(secret))
          ? 'a secret is in the log'
          : undefined;
      },
    },
  };
};

const valuesOf = (cookie: string): string[] =>
  cookie
    .split('; ')
    .map((each) => decodeURIComponent(each.split('=')[1] ?? '').split('.')[0] ?? '');

export const sendCookie: Send = async (world, payload) => ({
  answers: [
    await world.send({
      path: '/api/v1/me',
      headers: { cookie: String(payload), authorization: `Bearer ${world.people.sales1.key}` },
    }),
  ],
});

/** A table that is gone for a moment, which no request can bring about. */
export const breakHandler: Send = async (world) => {
  const { schema, people } = world;
  await world.sql(`ALTER TABLE ${schema}.press_mention RENAME TO press_mention_away`);
  try {
    return { answers: [await world.ask(people.admin, 'GET', '/api/v1/press-mentions')] };
  } finally {
    await world.sql(`ALTER TABLE ${schema}.press_mention_away RENAME TO press_mention`);
  }
};
