import type { ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';

export interface Command {
  /** The words it is called by, such as `workspace create`. */
  name: string;
  /** What stands behind the name in the usage text. */
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  /** Names of what it takes besides options; the last may be left out when it ends with `?`. */
  operands: readonly string[];
  options: ParseArgsOptionsConfig;
  run(input: Input): Promise<Outcome>;
}

export interface Input {
  config: Config;
  log: Log;
  /** Somebody wants it to stop: what takes long looks, and leaves nothing half done. */
  stop: AbortSignal;
  /** What stands for an operand. */
  operand(name: string): string;
  text(option: string): string | undefined;
  /** An option that there is no doing without. */
  needed(option: string): string;
  flag(option: string): boolean;
}

export interface Outcome {
  /** For machines, printed with --json. */
  json: unknown;
  /** For people. */
  lines: readonly string[];
  /** It did what it should and found something wrong: status 1. */
  failed?: boolean;
}

/** It was called wrongly: status 2, with how it is called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** It could not do it: status 1, with the reason in one line. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
