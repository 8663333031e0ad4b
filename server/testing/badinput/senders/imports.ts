import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome, Send } from '../outcome.ts';
import { expectStatus } from '../people.ts';
import { member, send, textMember, type Answer } from '../send.ts';
import type { World } from '../world.ts';
import { multipart } from './multipart.ts';
import { fileOf, type PayloadFile } from './payload-file.ts';

const resting = new Set(['needsChoice', 'checked', 'done', 'failed', 'cancelled', 'undone']);

/** Columns of the corpus' files, by heading: what they are called with us. */
const contactColumns = { lastName: { target: 'name' }, email: { target: 'emails' } };
const dealColumns = {
  lastName: { target: 'name' },
  amount: { target: 'yearlyRevenue' },
  closeDate: { target: 'foundedOn' },
};

interface Done {
  /** To the upload. */
  answer: Answer;
  /** The import as it came to rest; undefined when the upload was refused. */
  import: unknown;
  /** Every answer on the way, for what they must not show. */
  answers: Answer[];
}

/** Uploads a file, and waits until the import is finished or asks something. */
export async function importFile(
  world: World,
  file: PayloadFile,
  { object = 'contact', ...options }: Record<string, unknown>,
): Promise<Done> {
  const { admin } = world.people;
  const form = multipart([
    { field: 'object', bytes: Buffer.from(String(object)) },
    { field: 'options', bytes: Buffer.from(JSON.stringify(options)) },
    { field: 'file', name: file.name, type: file.type, bytes: file.bytes },
  ]);
  const answer = await world.send({
    method: 'POST',
    path: '/api/v1/imports',
    headers: { authorization: `Bearer ${admin.key}`, 'content-type': form.type },
    body: form.body,
  });
  if (answer.status !== 202) return { answer, import: undefined, answers: [answer] };
  const at = await untilResting(world, textMember(answer.json, 'id'));
  return { answer, import: at.json, answers: [answer, at] };
}

async function untilResting(world: World, id: string): Promise<Answer> {
  for (const until = performance.now() + 120_000; performance.now() < until; await sleep(20)) {
    const answer = await world.ask(world.people.admin, 'GET', `/api/v1/imports/${id}`);
    expectStatus(answer, 200);
    if (resting.has(textMember(answer.json, 'state'))) return answer;
  }
  throw new Error('the import never ended');
}

/** An import is a job: a file it cannot take is refused by how it ends, which is its 422. */
const statusOf = ({ answer, import: made }: Done): number =>
  answer.status === 202 && member(made, 'state') === 'failed' ? 422 : answer.status;

export const importContacts: Send = async (world, payload) => {
  const file = fileOf(payload);
  const text = file.bytes.subarray(0, 300).toString('utf8');
  if (text.includes('closeDate')) return importAmounts(world, file);
  const isTwice = text.includes('dup@x.test');
  const watch = watchOthers(world);
  const done = await importFile(world, file, {
    columns: contactColumns,
    run: true,
    // A row that is there already is known by its address, as the corpus has it.
    ...(isTwice && { match: ['emails'] }),
  });
  const slowest = await watch();
  const id = member(done.import, 'id');
  const problems = await problemsOf(world, id);
  return {
    answers: [...done.answers, ...problems],
    status: statusOf(done),
    checks: {
      no_mojibake: () => readable(world),
      row_errors: async () => {
        const rejected = member(done.import, 'counts.run.rejected');
        return statusOf(done) === 422 || Number(rejected) >= 1
          ? undefined
          : `${String(rejected)} rows were rejected`;
      },
      others: async () => (slowest < 1000 ? undefined : `others waited ${slowest} ms`),
    },
  };
};

/** Numbers and days that can be read in two ways: it asks, and then refuses the rows that do not agree. */
async function importAmounts(world: World, file: PayloadFile): Promise<Outcome> {
  const { admin } = world.people;
  const done = await importFile(world, file, {
    object: 'account',
    columns: dealColumns,
    run: true,
  });
  const id = textMember(done.import, 'id');
  const asked = member(done.import, 'state') === 'needsChoice';
  const chosen = { columns: dealColumns, numbers: 'vi', dates: 'dmy', run: true };
  if (asked) expectStatus(await world.ask(admin, 'PATCH', `/api/v1/imports/${id}`, chosen), 202);
  const after = await untilResting(world, id);
  return {
    answers: done.answers,
    status: statusOf(done),
    checks: {
      no_guess: async () => (asked ? undefined : 'nobody was asked'),
      row_errors: async () => {
        const items = member((await problemsOf(world, id))[0]?.json, 'items');
        return Array.isArray(items) && items.length > 0
          ? undefined
          : `no problem was found: ${after.text}`;
      },
    },
  };
}

const problemsOf = async (world: World, id: unknown): Promise<Answer[]> =>
  typeof id === 'string'
    ? [await world.ask(world.people.admin, 'GET', `/api/v1/imports/${id}/problems?phase=run`)]
    : [];

async function readable({ sql, schema }: World): Promise<string | undefined> {
  const rows = await sql(
    `SELECT name FROM ${schema}.contact WHERE name ~ '[\uFFFDÃ]' OR name LIKE '%' || chr(254) || '%'`,
  );
  return rows.length === 0 ? undefined : `kept ${JSON.stringify(rows[0])}`;
}

/** Somebody else reads a list meanwhile; gives the 95th percentile of their waits. */
function watchOthers({ server, people }: World): () => Promise<number> {
  const waits: number[] = [];
  let stopped = false;
  const watching = (async () => {
    while (!stopped) {
      const { ms } = await send(server.origin, {
        path: '/api/v1/contacts?limit=50&sort=-createdAt',
        headers: { authorization: `Bearer ${people.sales2.key}` },
      });
      waits.push(ms);
      await sleep(20);
    }
  })();
  return async () => {
    stopped = true;
    await watching;
    return waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0;
  };
}

/** The same file twice at the same moment. */
export const importTwiceAtOnce: Send = async (world) => {
  const file = {
    name: 'twice.csv',
    type: 'text/csv',
    bytes: Buffer.from('lastName,email\nHai lần,hailan@x.test\n'),
  };
  const once = () =>
    importFile(world, file, { columns: contactColumns, match: ['emails'], run: true });
  const both = await Promise.all([once(), once()]);
  return {
    answers: both.map(({ answer }) => answer),
    checks: {
      rows_once: async () => {
        const { json } = await world.ask(world.people.admin, 'POST', '/api/v1/contacts/query', {
          where: { field: 'emails', op: 'contains', value: 'hailan@x.test' },
        });
        const found = member(json, 'total.value');
        return found === 1 ? undefined : `${String(found)} rows of it`;
      },
    },
  };
};
