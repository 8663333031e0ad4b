import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { flag, UsageError, type Command, type Input, type Outcome } from './command.ts';
import { explain } from './explain.ts';
import { operatorLog } from './operator-log.ts';
import { usageOf, usageOfAll } from './usage.ts';

export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

/** Does what the words of a command line say; gives the exit status: 0, 1 failed, 2 called wrongly. */
export async function run(
  commands: readonly Command[],
  given: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams,
  stop: AbortSignal,
): Promise<number> {
  const out = (text: string) => streams.out(text);
  const err = (text: string) => streams.err(text);
  // People ask in both ways: `help import` and `import --help`.
  const words = given[0] === 'help' ? [...given.slice(1), '--help'] : given;
  const command = findCommand(commands, words);
  if (!command) {
    const named = words.filter((word) => !word.startsWith('-')).slice(0, 2);
    const unknown = named.length > 0 ? `There is no command ${named.join(' ')}.\n\n` : '';
    const asked = unknown === '' && words.some((word) => word === '--help' || word === '-h');
    (asked ? out : err)(`${unknown}${usageOfAll(commands)}`);
    return asked ? 0 : 2;
  }
  try {
    const { values, input } = readInput(command, words, env, err, stop);
    if (values.help === true) {
      out(usageOf(command));
      return 0;
    }
    const outcome = await command.run(input());
    print(outcome, values.json === true, out);
    return outcome.failed ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      err(`${error.message}\n\n${usageOf(command)}`);
      return 2;
    }
    err(`${explain(error)}\n`);
    return 1;
  }
}

function findCommand(commands: readonly Command[], words: readonly string[]): Command | undefined {
  return commands
    .filter(({ name }) => name.split(' ').every((word, i) => word === words[i]))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

function readInput(
  command: Command,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  err: (text: string) => void,
  stop: AbortSignal,
) {
  const { values, positionals } = parsed(command, words.slice(command.name.split(' ').length));
  const input = (): Input => {
    checkOperands(command, positionals);
    const textOf = (option: string) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    };
    return {
      config: readConfig(env),
      log: operatorLog(err),
      stop,
      operand: (name) => positionals[command.operands.indexOf(name)] ?? '',
      text: textOf,
      needed(option) {
        const value = textOf(option);
        if (value === undefined || value.trim() === '')
          throw new UsageError(`--${option} is missing.`);
        return value;
      },
      flag: (option) => values[option] === true,
    };
  };
  return { values, input };
}

interface Parsed {
  values: Readonly<Record<string, unknown>>;
  positionals: readonly string[];
}

function parsed(command: Command, args: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...args],
      options: { ...command.options, json: flag, help: { ...flag, short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // Its first sentence says what is wrong; the rest explains how dashes are read.
    const [what = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new UsageError(`${what.replace(/\.$/, '')}.`);
  }
}

function checkOperands({ operands }: Command, given: readonly string[]): void {
  const missing = operands.slice(given.length);
  if (missing.length > 0) throw new UsageError(`${missing.join(' and ')} is missing.`);
  const more = given.slice(operands.length);
  if (more.length > 0) throw new UsageError(`There is no place for ${more.join(' ')}.`);
}

function print({ json, lines }: Outcome, asJson: boolean, out: (text: string) => void): void {
  if (asJson) out(`${JSON.stringify(json)}\n`);
  else for (const line of lines) out(`${line}\n`);
}
