import type { Log } from '../log.ts';

/** What the parts below say while a command runs: only what went wrong. */
export function operatorLog(err: (text: string) => void): Log {
  const say = (_details: object, message: string) => err(`${message}\n`);
  return { debug: nothing, info: nothing, warn: nothing, error: say };
}

const nothing = () => undefined;
export const silentOperator: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
