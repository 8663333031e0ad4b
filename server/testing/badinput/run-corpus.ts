import type { Case, Corpus } from './corpus.ts';
import { invariants, readInvariant, watchHealth, type Seen } from './invariants.ts';
import { differences, map, shortForms } from './map.ts';
import type { Outcome, Send } from './outcome.ts';
import { member } from './send.ts';
import { prepare } from './senders/payload-file.ts';
import { takeSnapshot } from './snapshot.ts';
import type { World } from './world.ts';

export interface Result {
  test: Case;
  verdict: 'passed' | 'failed' | 'notApplicable';
  /** What failed, or why it does not apply. */
  reasons: string[];
  /** Invariants that something not there yet will hold: `html_inert: screens`. */
  later: string[];
  ms: number;
}

/** Most that memory may grow in any case, in megabytes. */
const mostGrowth = 300;
/** Differences of time that another program on the machine can make. */
const timeOnly = /^(took|event_loop_lag|latency_p95|timing_equal)/;

/** Runs every case one after the other; those that only wait run beside all others. */
export async function runCorpus(
  world: World,
  { cases, generator }: Corpus,
  told: (result: Result) => void = () => undefined,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting: Promise<Result>[] = [];
  const served = await servedRoutes(world);
  const tell = (result: Result) => {
    results.push(result);
    told(result);
  };
  for (const each of cases.toSorted((a, b) => rank(a) - rank(b))) {
    const entry = map[each.where];
    const form = (world.short && shortForms[each.id]?.(each)) || each;
    const test = { ...form, payload: prepare(world, generator.materialise(form.payload)) };
    if (!entry) tell(failed(test, [`the map has no ${test.where}`]));
    else if (!('send' in entry)) tell(notApplicable(test, entry.notApplicable));
    else {
      const missing = entry.needs !== undefined && !served.has(entry.needs);
      const absent = missing
        ? `${entry.needs} is not served yet`
        : entry.notApplicable?.(test.payload, test);
      if (absent !== undefined) tell(notApplicable(test, absent));
      else if (entry.background) waiting.push(runBeside(world, test, entry.send));
      else tell(await runPatiently(world, test, entry.send));
    }
  }
  for (const result of await Promise.all(waiting)) tell(result);
  return results;
}

/** `GET /api/v1/contacts/export`, as the server itself describes them. */
async function servedRoutes(world: World): Promise<Set<string>> {
  const { json } = await world.ask(world.people.admin, 'GET', '/api/v1/openapi.json');
  return new Set(
    Object.entries(Object(member(json, 'paths'))).flatMap(([path, operations]) =>
      Object.keys(Object(operations)).map((method) => `${method.toUpperCase()} ${path}`),
    ),
  );
}

const rank = ({ where }: Case): number => {
  const entry = map[where];
  if (!entry || !('send' in entry)) return 0;
  return entry.background ? -1 : entry.last ? 1 : 0;
};

const failed = (test: Case, reasons: string[], ms = 0): Result => ({
  test,
  verdict: 'failed',
  reasons,
  later: [],
  ms,
});

const notApplicable = (test: Case, reason: string): Result => ({
  test,
  verdict: 'notApplicable',
  reasons: [reason],
  later: [],
  ms: 0,
});

/** Again when only time failed: the machine is shared. */
async function runPatiently(world: World, test: Case, send: Send): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    const result = await runOne(world, test, send);
    const slow = result.reasons.every((reason) => timeOnly.test(reason));
    if (result.verdict !== 'failed' || !slow || tries === 3) return result;
  }
}

/** For cases whose tables and memory cannot be watched, as others run meanwhile. */
async function runBeside(world: World, test: Case, send: Send): Promise<Result> {
  const started = performance.now();
  const outcome = await send(world, test.payload, test).catch(brokenSender);
  const status = outcome.status ?? 0;
  const reasons = world.server.isRunning() ? wrongStatus(test, outcome) : ['the server is gone'];
  if (status >= 500) reasons.push(`no_5xx: got ${status}`);
  const broken = await outcome.checks?.['sent']?.();
  if (broken !== undefined) reasons.push(broken);
  const ms = performance.now() - started;
  return { test, verdict: reasons.length > 0 ? 'failed' : 'passed', reasons, later: [], ms };
}

const brokenSender = (error: unknown): Outcome => ({
  answers: [],
  status: 0,
  checks: { sent: async () => String(error instanceof Error ? error.stack : error) },
});

async function runOne(world: World, test: Case, send: Send): Promise<Result> {
  await world.forgetTries();
  const before = await takeSnapshot(world);
  const stop = watchHealth(world.server.origin);
  const started = performance.now();
  let outcome: Outcome;
  let slowestPing: number;
  try {
    outcome = await send(world, test.payload, test).catch(brokenSender);
  } finally {
    slowestPing = await stop();
  }
  const ms = Math.max(0, ...outcome.answers.map((answer) => answer.ms));
  const after = await takeSnapshot(world);
  const broken = await outcome.checks?.['sent']?.();
  if (broken !== undefined) return failed(test, [broken], performance.now() - started);

  const reasons = wrongStatus(test, outcome);
  const { max_ms } = test.expect;
  if (max_ms !== undefined && ms > max_ms) reasons.push(`took ${Math.round(ms)} ms`);
  if (slowestPing > 1000) reasons.push(`event_loop_lag: /healthz took ${slowestPing} ms`);
  if (!world.server.isRunning()) reasons.push('the server is gone');
  const [failure] = world.server.failures().slice(before.failures);
  if (failure !== undefined && !test.expect.status.includes(500))
    reasons.push(`the log has ${failure}`);
  const later: string[] = [];
  const seen = { world, test, outcome, before, after, slowestPing };
  for (const text of wanted(test)) {
    const { name, limit } = readInvariant(text);
    const invariant = invariants[name];
    if (!invariant) reasons.push(`${name} is not an invariant we know`);
    else if (typeof invariant !== 'function') later.push(`${name}: ${invariant.later}`);
    else {
      const wrong = await holds(invariant, { ...seen, limit });
      if (wrong !== undefined) reasons.push(`${name}: ${wrong}`);
    }
  }
  const took = performance.now() - started;
  if (reasons.length > 0) return failed(test, reasons, took);
  const onlyLater = later.length > 0 && later.length === test.expect.inv.length;
  return onlyLater
    ? { ...notApplicable(test, later.join('; ')), ms: took }
    : { test, verdict: 'passed', reasons: [], later, ms: took };
}

const holds = async (
  invariant: (seen: Seen) => Promise<string | undefined> | string | undefined,
  seen: Seen,
): Promise<string | undefined> => {
  try {
    return await invariant(seen);
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
};

/** Those of the case, and the two that hold for every one. */
function wanted({ id, where, expect }: Case): string[] {
  const without = new Set((differences[id] ?? differences[where])?.without);
  const always = expect.status.includes(500) ? [] : ['no_5xx'];
  const limits = expect.inv.some((each) => each.startsWith('rss<')) ? [] : [`rss<${mostGrowth}`];
  return [...new Set([...always, ...limits, ...expect.inv])].filter((name) => !without.has(name));
}

function wrongStatus({ id, where, expect }: Case, { answers, status }: Outcome): string[] {
  const allowed = (differences[id] ?? differences[where])?.status ?? expect.status;
  if (allowed.length === 0) return [];
  const got = status === undefined ? answers.map((answer) => answer.status) : [status];
  const wrong = [...new Set(got.filter((each) => !allowed.includes(each)))];
  return wrong.map((each) => `answered ${each}, allowed is ${allowed.join(', ')}`);
}
