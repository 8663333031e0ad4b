import type { Command } from './command.ts';

export function usageOf({ name, usage, summary }: Command): string {
  const [options = '', ...more] = usage.split('\n\n');
  const line = `npm run duyen -- ${name} ${options.trimEnd()}`.trimEnd();
  return [summary, `Usage: ${line} [--json]`, ...more].join('\n\n') + '\n';
}

export function usageOfAll(commands: readonly Command[]): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`);
  return [
    'Usage: npm run duyen -- COMMAND [OPTIONS] [--json]',
    '',
    ...lines,
    '',
    'npm run duyen -- COMMAND --help tells more about one. What the server is told by DATA_DIR,',
    'DATABASE_URL and the other variables of the environment holds here, too.',
    '',
  ].join('\n');
}
