import { randomUUID } from 'node:crypto';
import type { Outcome, Send } from '../outcome.ts';
import { objectPaths } from '../records.ts';
import type { Answer } from '../send.ts';
import type { World } from '../world.ts';

/** The same request for a record of somebody else and for one that never was, for every object. */
const forEachObject =
  (
    ask: (world: World, path: string, id: string) => Promise<Answer>,
    denied: (world: World) => Outcome['denied'],
  ): Send =>
  async (world) => {
    const twins: (readonly [Answer, Answer])[] = [];
    for (const path of objectPaths) {
      const kept = world.records.get(path);
      const foreign = [kept?.theirs, kept?.trashed].filter((id) => id !== undefined);
      const missing = await ask(world, path, randomUUID());
      for (const id of foreign) twins.push([await ask(world, path, id), missing]);
    }
    const by = denied(world);
    return { answers: twins.map(([answer]) => answer), twins, ...(by && { denied: by }) };
  };

const refusedTo =
  (subject: string) =>
  ({ people }: World) => ({ memberId: people.sales1.memberId, action: 'request', subject });

export const getForeign = forEachObject(
  (world, path, id) => world.ask(world.people.sales1, 'GET', `/api/v1/${path}/${id}`),
  refusedTo('GET /api/v1/:objects/:id'),
);

export const updateOwnAndForeign = forEachObject(
  (world, path, id) =>
    world.ask(world.people.sales1, 'POST', `/api/v1/${path}/batch`, {
      update: [{ id: world.records.get(path)?.mine }, { id }],
    }),
  refusedTo('POST /api/v1/:objects/batch'),
);

export const getWithInclude: Send = async (world, payload, test) =>
  forEachObject(
    (_, path, id) =>
      world.ask(
        world.people.sales1,
        'GET',
        `/api/v1/${path}/${id}?include=${encodeURIComponent(String(payload))}`,
      ),
    () => undefined,
  )(world, payload, test);

export const updateWithReadOnlyKey: Send = async (world) => {
  const patch = (id: string) =>
    world.send({
      method: 'PATCH',
      path: `/api/v1/contacts/${id}`,
      headers: {
        authorization: `Bearer ${world.readOnlyKey}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ jobTitle: 'không được ghi' }),
    });
  const own = await patch(world.records.get('contacts')?.mine ?? '');
  return {
    answers: [own],
    twins: [[own, await patch(randomUUID())]],
    denied: refusedTo('PATCH /api/v1/:objects/:id')(world),
  };
};

/** Counting what one may not see tells nothing: neither records out of reach nor fields that are hidden. */
export const countHidden: Send = async (world) => {
  const { sales1, blind } = world.people;
  const count = (as: typeof sales1, body: object) =>
    world.ask(as, 'POST', '/api/v1/accounts/aggregate', { measures: [{ fn: 'count' }], ...body });
  const byId = (id: string | undefined) =>
    count(sales1, { where: { field: 'id', op: 'eq', value: id } });
  const hidden = await count(blind, { groupBy: [{ field: 'potential' }] });
  const unknown = await count(blind, { groupBy: [{ field: 'potentiel' }] });
  const foreign = await byId(world.records.get('accounts')?.theirs);
  return {
    answers: [hidden, foreign],
    twins: [
      [hidden, { ...unknown, ...renamed(unknown, 'potentiel', 'potential') }],
      [foreign, await byId(randomUUID())],
    ],
  };
};

/** The answer names the field that was asked for, which is all that may differ. */
function renamed(answer: Answer, from: string, to: string): Pick<Answer, 'text' | 'headers'> {
  const text = answer.text.replaceAll(from, to);
  return {
    text,
    headers: { ...answer.headers, 'content-length': String(Buffer.byteLength(text)) },
  };
}

/** Rights and keys of people are an administrator's to read; names and addresses are everybody's, for choosing owners. */
export const listRoles: Send = async (world) => {
  const list = (path: string) => world.ask(world.people.sales1, 'GET', path);
  const answer = await list('/api/v1/roles');
  return {
    answers: [answer],
    twins: [[await list(`/api/v1/roles/${randomUUID()}`), answer]],
    denied: refusedTo('GET /api/v1/roles')(world),
  };
};
