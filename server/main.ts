import { readConfig } from './config.ts';
import { openLog } from './open-log.ts';
import { startProgram, type Program } from './program.ts';
import { StartError } from './start-error.ts';

/** A signal to a whole group arrives twice, the second time through the launcher: this soon it is the same one. */
const sameSignalMs = 2000;
/** What is running may take this long to end; a deployment that waits 30 s sees an orderly one. */
const drainMs = 25_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  // A forgotten promise must not take everybody's work down with it.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));

  const starting = startProgram(config, log);
  let stoppingSince: number | undefined;
  const stop = (status: number) => {
    if (stoppingSince !== undefined) {
      if (status === 0 && performance.now() - stoppingSince < sameSignalMs) return;
      // Asked once more: at once.
      process.exit(status || 1);
    }
    stoppingSince = performance.now();
    setTimeout(() => {
      log.error({}, 'not everything ended in time');
      process.exit(1);
    }, drainMs).unref();
    void starting
      .then((program) => program.stop())
      .finally(() => process.exit(status))
      .catch(() => undefined);
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    stop(1);
  });

  announce(await starting);
}

function announce({ page }: Program): void {
  process.stdout.write(`Duyên is ready: ${page ?? 'working off jobs'}\n`);
}

try {
  await main();
} catch (error) {
  // What a person can act on is one line; anything else is a mistake of ours and needs its stack.
  const text =
    error instanceof StartError
      ? error.message
      : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
