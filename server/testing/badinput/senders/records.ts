import { randomUUID } from 'node:crypto';
import type { Case } from '../corpus.ts';
import type { Checks, Send } from '../outcome.ts';
import type { Person } from '../people.ts';
import { uniqueField } from '../records.ts';
import { member, textMember, type Answer } from '../send.ts';
import type { World } from '../world.ts';

/** Creates a record of which one field is the payload, and reads that field back. */
export const createWith =
  (
    path: string,
    values: (payload: unknown) => Record<string, unknown>,
    /** What the field reads as; by default what was sent. */
    kept: { field: string; value?: (payload: unknown) => unknown },
  ): Send =>
  async (world, packed, test) => {
    const payload = unpack(world, packed);
    const { sales1 } = world.people;
    const answer = await world.ask(sales1, 'POST', `/api/v1/${path}`, values(payload));
    // Refused for another reason, the case would show nothing.
    const [field = ''] = kept.field.split('.');
    if (answer.status === 422 && !refuses(answer, field))
      throw new Error(`refused, but not for ${field}: ${answer.text}`);
    return {
      answers: [answer],
      kept: {
        value: kept.value ? kept.value(payload) : payload,
        async read() {
          const id = textMember(answer.json, 'id');
          const { json } = await world.ask(sales1, 'GET', `/api/v1/${path}/${id}`);
          return member(json, kept.field);
        },
      },
      checks: textChecks(world, answer, test),
    };
  };

function refuses({ json }: Answer, field: string): boolean {
  const errors = member(json, 'errors');
  return (
    Array.isArray(errors) &&
    errors.every(
      (error) =>
        String(member(error, 'path')).split('.')[0] === field &&
        member(error, 'code') !== 'unknownField',
    )
  );
}

/** A generated payload is text here. */
function unpack({ generator, canary }: World, payload: unknown): unknown {
  const gen = member(payload, 'gen');
  return isGen(gen) ? generator.gen(gen, { canary: canary.port }).toString('utf8') : payload;
}

export const isGen = (value: unknown): value is { kind: string } =>
  typeof member(value, 'kind') === 'string';

const textChecks = (world: World, answer: Answer, { payload }: Case): Checks => ({
  rejected_as_blank: async () =>
    answer.status === 422 ? undefined : `blank was answered with ${answer.status}`,
  // Another name in the same letters of another case is still found as itself and changes nothing else.
  case_ok: async () => {
    const others = await world.sql(
      `SELECT count(*)::int AS n FROM ${world.schema}.contact WHERE name = $1`,
      [payload],
    );
    return answer.status === 422 || others[0]?.['n'] === 1 ? undefined : 'another row has the name';
  },
});

/** A body as it is written, or values; the corpus' names of fields become ours. */
export const createRaw: Send = async (world, payload) => {
  const raw = member(payload, 'raw');
  const body = typeof raw === 'string' ? raw : JSON.stringify(payload);
  const type = member(payload, 'contentType');
  const money = /"amount"\s*:\s*([^,}]+)/.exec(body)?.[1];
  const path = money === undefined ? 'contacts' : 'accounts';
  const ours = body
    .replaceAll('"lastName"', '"name"')
    .replaceAll('"ownerId"', '"owner"')
    .replace(
      /"amount"\s*:\s*[^,}]+/,
      () => `"name":"A","yearlyRevenue":{"amount":${money},"currency":"USD"}`,
    );
  const { sales1 } = world.people;
  const answer = await world.send({
    method: 'POST',
    path: `/api/v1/${path}`,
    headers: {
      authorization: `Bearer ${sales1.key}`,
      'content-type': typeof type === 'string' ? type : 'application/json',
    },
    body: ours,
  });
  return {
    answers: [answer],
    checks: { protected_fields_unchanged: () => serverValues(world, answer, sales1, payload) },
  };
};

async function serverValues(world: World, answer: Answer, owner: Person, payload: unknown) {
  if (answer.status >= 400) return undefined;
  const id = textMember(answer.json, 'id');
  const { json } = await world.ask(world.people.admin, 'GET', `/api/v1/contacts/${id}`);
  const wrong = [
    id === member(payload, 'id') && 'id',
    member(json, 'owner.id') !== owner.memberId && 'owner',
    member(json, 'createdBy.id') !== owner.memberId && 'createdBy',
    String(member(json, 'createdAt')).startsWith('1999') && 'createdAt',
  ].filter((each) => each !== false);
  return wrong.length > 0 ? `the sender set ${wrong.join(', ')}` : undefined;
}

/** Twenty at once with a value that only one may have. */
export const createSameAtOnce: Send = async (world) => {
  const values = { name: 'Trùng', [uniqueField]: randomUUID() };
  return {
    answers: await Promise.all(
      Array.from({ length: 20 }, () =>
        world.ask(world.people.sales1, 'POST', '/api/v1/contacts', values),
      ),
    ),
  };
};

/** Twenty writers who all saw the same version. */
export const updateSameVersion: Send = async (world) => {
  const { sales1 } = world.people;
  const made = await world.ask(sales1, 'POST', '/api/v1/contacts', { name: 'Cùng sửa' });
  const id = textMember(made.json, 'id');
  return {
    answers: await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        world.send({
          method: 'PATCH',
          path: `/api/v1/contacts/${id}`,
          headers: {
            authorization: `Bearer ${sales1.key}`,
            'content-type': 'application/json',
            'if-match': '"1"',
          },
          body: JSON.stringify({ jobTitle: `chức vụ ${i}` }),
        }),
      ),
    ),
  };
};

export const getById: Send = async (world, payload) => ({
  answers: [
    await world.ask(
      world.people.sales1,
      'GET',
      `/api/v1/contacts/${encodeURIComponent(String(payload))}`,
    ),
  ],
  kept: { value: undefined, read: async () => 'an id that is none was found' },
});

/** A list or count whose one parameter is the payload. */
export const queryWith =
  (path: string, parameter: string): Send =>
  async (world, payload) => {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const query = `${parameter}=${encodeURIComponent(text)}`;
    return { answers: [await world.ask(world.people.sales1, 'GET', `${path}?${query}`)] };
  };

export const groupBy: Send = async (world, payload) => ({
  answers: [
    await world.ask(world.people.sales1, 'POST', '/api/v1/accounts/aggregate', {
      groupBy: [{ field: payload }],
      measures: [{ fn: 'count' }],
    }),
  ],
});

/** Two names that only the sign itself tells apart. */
const seeds = ['giảm 100%_off ngay', 'giảm 100xx off ngay', 'C:\\tệp', "a:*b'c", 'một <-> hai !!'];
const seeded = new WeakSet<World>();

/**
 * Search is by words without signs, so what is asked for is what the words of the text find; a sign that is a wildcard
 * of SQL or an operator of a query must not find anything more.
 */
export const searchFor: Send = async (world, payload) => {
  const q = String(payload);
  const { sales1 } = world.people;
  if (!seeded.has(world)) {
    for (const name of seeds) await world.ask(sales1, 'POST', '/api/v1/contacts', { name });
    seeded.add(world);
  }
  const parameter = encodeURIComponent(q);
  const answers = [
    await world.ask(sales1, 'GET', `/api/v1/search?q=${parameter}`),
    await world.ask(sales1, 'GET', `/api/v1/contacts?limit=200&q=${parameter}`),
  ];
  return {
    answers,
    checks: {
      literal_match: async () => {
        const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
        for (const { json } of answers) {
          const items = member(json, 'items');
          if (!Array.isArray(items)) return 'no list was answered';
          const found = items.map((item) =>
            String(member(item, 'title') ?? member(item, 'name.full')).toLowerCase(),
          );
          const wrong = found.find((name) => !words.every((word) => name.includes(word)));
          if (words.length > 0 && wrong !== undefined) return `${JSON.stringify(wrong)} was found`;
        }
        return undefined;
      },
    },
  };
};

export const createFieldLabelled: Send = async (world, payload) => {
  const { admin } = world.people;
  const path = '/api/v1/settings/objects/lead/fields';
  const key = `label${Math.floor(performance.now())}`;
  const label = { vi: payload, en: payload };
  const answer = await world.ask(admin, 'POST', path, { key, kind: 'text', label });
  return {
    answers: [answer],
    kept: {
      value: label,
      async read() {
        const { json } = await world.ask(admin, 'GET', path);
        const items = member(json, 'items');
        const made = textMember(answer.json, 'key');
        return Array.isArray(items)
          ? member(
              items.find((each) => member(each, 'key') === made),
              'label',
            )
          : undefined;
      },
    },
  };
};
