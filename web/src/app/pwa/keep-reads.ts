import type { QueryFunctionContext, QueryKey, QueryPersister } from '@tanstack/react-query';
import type { Me } from '#web/api/me.ts';
import { isProblem } from '#web/api/problem.ts';
import { keys } from '#web/api/queries.ts';
import { forgetKept, keep, readKept, trimKept } from './read-store.ts';

/** Questions whose last answer is worth reading without a network. Searches and settings are not. */
const kinds = new Set(['me', 'model', 'records', 'members', 'teams', 'guide']);
const isWorthKeeping = ([kind, part]: QueryKey): boolean =>
  typeof kind === 'string' && kinds.has(kind) && part !== 'search';

/** Long enough for a trip, short enough that a machine put away forgets. */
const keptForMs = 14 * 24 * 60 * 60_000;
/** Of a list that was scrolled far, the beginning. */
const mostPages = 4;

/** Whose answers are kept: nobody's before the sign-in is known, nobody's while looking as somebody else. */
let person: string | null = null;

async function meet(me: Me): Promise<void> {
  if (me.preview !== null) {
    person = null;
    return;
  }
  if (person === me.id) return;
  const before = await readKept('person');
  if (before?.value !== me.id) await forgetKept();
  person = me.id;
  await keep({ key: 'person', at: Number.MAX_SAFE_INTEGER, value: me.id });
}

/** Ends with the session: nobody who comes to this machine afterwards reads it. */
export async function forgetReads(): Promise<void> {
  person = null;
  await forgetKept();
}

const isMe = (key: QueryKey): boolean => key[0] === keys.me[0];
const isUnreached = (error: unknown): boolean =>
  isProblem(error, 'offline') ||
  isProblem(error, 'unavailable') ||
  (isProblem(error) && error.status > 500);

/** Asks the server; keeps the answer; gives the kept one when the server cannot be reached. */
export const keepReads: QueryPersister = async (ask, context, { queryHash, queryKey }) => {
  if (!isWorthKeeping(queryKey)) return ask(context);
  try {
    const answer = await ask(context);
    // The answer of GET /me; see meQuery.
    if (isMe(queryKey)) await meet(answer as Me);
    keepLater(queryHash, answer);
    return answer;
  } catch (error) {
    if (isProblem(error, 'unauthenticated')) await forgetReads();
    if (!isUnreached(error) || isAborted(context)) throw error;
    const kept = await readKept(queryHash);
    if (!kept || Date.now() - kept.at > keptForMs) throw error;
    return kept.value;
  }
};

const isAborted = ({ signal }: QueryFunctionContext): boolean => signal.aborted;

function brief(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('pages' in answer)) return answer;
  // What infinite queries have.
  const { pages, pageParams } = answer as { pages: unknown[]; pageParams: unknown[] };
  return { pages: pages.slice(0, mostPages), pageParams: pageParams.slice(0, mostPages) };
}

let writes = 0;
/** When the screen has nothing else to do; not any more when its reader signed out meanwhile. */
function keepLater(key: string, answer: unknown): void {
  const reader = person;
  if (reader === null) return;
  const run = async () => {
    if (person !== reader) return;
    await keep({ key, at: Date.now(), value: brief(answer) });
    writes += 1;
    if (writes % 50 === 0) await trimKept();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(() => void run(), { timeout: 2000 });
  else setTimeout(() => void run(), 200);
}
