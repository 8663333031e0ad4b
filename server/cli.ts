import { commands } from './cli/index.ts';
import { run } from './cli/run.ts';

const stopping = new AbortController();
// Asked twice: at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopping.abort(new Error('stopped; nothing was kept')));
// Whoever reads the output may stop reading.
process.stdout.on('error', () => undefined);
process.exitCode = await run(
  commands,
  process.argv.slice(2),
  process.env,
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  },
  stopping.signal,
);
