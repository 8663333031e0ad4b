import { randomUUID } from 'node:crypto';
import { clientOf, type Answer, type Client } from './client.ts';
import type { History, Operation } from './history.ts';
import { email, password, type Place } from './place.ts';

export const batchSize = 5;

interface Known {
  id: string;
  version: number;
}

interface Worker {
  client: Client;
  history: History;
  /** Records that all workers change, so that they meet. */
  shared: Known[];
}

/** People who write all the time, one call after the other, until told to stop. */
export function startMix(
  place: Place,
  origin: string,
  history: History,
  clients: number,
): { stop(): Promise<void> } {
  const client = clientOf(origin, place.apiKey);
  const shared: Known[] = [];
  let stopped = false;
  const work = async () => {
    const worker = { client, history, shared };
    while (!stopped) await pick()(worker);
  };
  const all = Promise.all(Array.from({ length: clients }, work));
  const stop = async () => {
    stopped = true;
    await all;
  };
  place.atEnd(stop);
  return { stop };
}

type Step = (worker: Worker) => Promise<void>;

function pick(): Step {
  const at = Math.random();
  return steps.find(({ upTo }) => at < upTo)?.step ?? create;
}

async function recorded(
  history: History,
  operation: Pick<Operation, 'op' | 'key' | 'version'>,
  call: Promise<Answer>,
  outOf: (answer: Answer) => Known | undefined = () => undefined,
): Promise<Answer> {
  const start = Date.now();
  const answer = await call;
  const out = answer.result === 'ok' ? outOf(answer) : undefined;
  const { result, status } = answer;
  history.add({ ...operation, result, status, ...(out && { out }), start, end: Date.now() });
  return answer;
}

const recordOf = ({ json }: Answer): Known => ({ id: json.id, version: json.version });

async function create({ client, history, shared }: Worker): Promise<void> {
  const key = `create-${randomUUID()}`;
  const call = client.call('POST', '/api/v1/accounts', { name: key, kind: 'company' });
  const answer = await recorded(history, { op: 'create', key }, call, recordOf);
  if (answer.result === 'ok' && shared.length < 50) shared.push(recordOf(answer));
}

async function update({ client, history, shared }: Worker): Promise<void> {
  const known = shared[Math.floor(Math.random() * shared.length)];
  if (!known) return;
  const { id, version } = known;
  const call = client.call('PATCH', `/api/v1/accounts/${id}`, { version, notes: randomUUID() });
  const answer = await recorded(history, { op: 'update', key: id, version }, call, recordOf);
  if (answer.result === 'ok') known.version = Math.max(known.version, answer.json.version);
  else if (answer.status === 409) known.version = answer.json.current?.version ?? known.version;
}

async function batch({ client, history }: Worker): Promise<void> {
  const key = `batch-${randomUUID()}`;
  const records = Array.from({ length: batchSize }, () => ({ name: key, kind: 'company' }));
  const call = client.call('POST', '/api/v1/accounts/batch', { create: records });
  await recorded(history, { op: 'batch', key }, call);
}

async function convert({ client, history }: Worker): Promise<void> {
  const key = `convert-${randomUUID()}`;
  const lead = await client.call('POST', '/api/v1/leads', {
    fullName: { family: 'Nguyễn', given: 'An' },
    company: key,
  });
  if (lead.result !== 'ok') return;
  const call = client.call('POST', `/api/v1/leads/${lead.json.id}/convert`, {
    account: { create: {} },
    contact: { create: {} },
  });
  await recorded(history, { op: 'convert', key: lead.json.id }, call);
}

/** Small, now and then large: all of them stay below what one member may leave unattached. */
async function upload({ client, history }: Worker): Promise<void> {
  const key = `${randomUUID()}.txt`;
  const form = new FormData();
  form.set('file', new Blob([key.repeat(Math.random() < 0.02 ? 10_000 : 200)]), key);
  await recorded(history, { op: 'upload', key }, client.call('POST', '/api/v1/files', form));
}

async function signIn({ client, history }: Worker): Promise<void> {
  const call = client.call('POST', '/api/auth/sign-in', { email, password });
  await recorded(history, { op: 'signIn', key: email }, call);
}

/** Half of it is creating; signing in is slow on purpose, so it is rare. */
const steps: readonly { upTo: number; step: Step }[] = [
  { upTo: 0.01, step: signIn },
  { upTo: 0.35, step: update },
  { upTo: 0.45, step: batch },
  { upTo: 0.55, step: convert },
  { upTo: 0.6, step: upload },
  { upTo: 1, step: create },
];
