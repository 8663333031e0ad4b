import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { unavailable } from '#shared/errors.ts';

/** OWASP's smallest for argon2id; algorithm 2 is argon2id, the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = availableParallelism() * 2;
/** About twenty seconds of work; more would only end in timeouts. */
const longestQueue = 400;

let running = 0;
const waiting: (() => void)[] = [];

export const hashPassword = (password: string) => inTurn(() => hash(password, cost));

export const verifyPassword = (stored: string, password: string) =>
  inTurn(() => verify(stored, password));

/** Each takes 19 MiB and a core: a burst of sign-ins must not take the memory or the machine. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw unavailable();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place goes straight to the next one, so nobody can slip in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
