import { Worker } from 'node:worker_threads';
import type { TextAnswer, TextQuestion } from './messages.ts';

/** What a file may cost; beyond it is let go. */
export interface TextLimits {
  milliseconds: number;
  heapMb: number;
  /** Unpacked streams and the file itself, which no heap counts. */
  outsideMb: number;
}

const defaults: TextLimits = { milliseconds: 60_000, heapMb: 256, outsideMb: 256 };
const lookEveryMs = 100;

/**
 * The words of a file, read in a thread of its own: whatever the file does to that, the process lives. Undefined where
 * there are none in such a file; throws when it cannot be read, or takes more than it may.
 */
export async function extractText(
  question: TextQuestion,
  limits: TextLimits = defaults,
): Promise<string | undefined> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: question,
    env: {},
    execArgv: [],
    // What libraries print is of no use to anybody.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  worker.once('message', ({ text }: TextAnswer) => resolve(text));
  // What a library throws may be no error once it came over.
  worker.once('error', (cause: unknown) => reject(new Error('it could not be read', { cause })));
  worker.once('exit', () => reject(new Error('the reader of texts ended')));
  const timeout = setTimeout(() => reject(new Error('it took too long')), limits.milliseconds);
  const watch = setInterval(() => {
    outsideBytes(worker).then(
      (bytes) => {
        if (bytes > limits.outsideMb * 1_048_576) reject(new Error('it took too much memory'));
      },
      // Ended, or not begun yet.
      () => undefined,
    );
  }, lookEveryMs);
  try {
    return await promise;
  } finally {
    clearTimeout(timeout);
    clearInterval(watch);
    await worker.terminate();
  }
}

async function outsideBytes(worker: Worker): Promise<number> {
  const { external_memory } = await worker.getHeapStatistics();
  return external_memory;
}
