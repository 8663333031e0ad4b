import type { Send } from '../outcome.ts';
import { member } from '../send.ts';

/** What a person may say about themselves, and what the server alone says. */
export const updateSelf: Send = async (world, payload) => {
  const { sales1 } = world.people;
  const asAdmin = async () => {
    const { json } = await world.ask(
      world.people.admin,
      'GET',
      `/api/v1/members/${sales1.memberId}`,
    );
    const me = await world.browse(sales1, 'GET', '/api/v1/me');
    const account = await world.sql(
      `SELECT a.password, u.email_verified FROM core.user u JOIN core.account a ON a.user_id = u.id
        WHERE u.email = $1`,
      [sales1.email],
    );
    // When they were last seen goes on by itself.
    const said = { ...Object(json), lastSeenAt: undefined };
    return JSON.stringify([said, member(me.json, 'role'), member(me.json, 'twoFactor'), account]);
  };
  const before = await asAdmin();
  const answer = await world.browse(sales1, 'PATCH', '/api/v1/me', payload);
  return {
    answers: [answer],
    checks: {
      protected_fields_unchanged: async () =>
        (await asAdmin()) === before ? undefined : 'what the server alone says was changed',
    },
  };
};

export const renameSelf: Send = async (world, payload) => {
  const { sales1 } = world.people;
  const answer = await world.browse(sales1, 'PATCH', '/api/v1/me', { name: payload });
  const { json } = await world.browse(sales1, 'GET', '/api/v1/me');
  await world.browse(sales1, 'PATCH', '/api/v1/me', { name: 'sales1' });
  return {
    answers: [answer],
    kept: { value: payload, read: async () => member(json, 'name') },
  };
};
