import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import { refuseFile } from '../refuse-file.ts';
import type { Answer, Question, WorkerInput } from './messages.ts';

export interface SheetWorker {
  /** One question at a time. */
  ask: (question: Question) => Promise<Answer>;
  end: () => Promise<void>;
}

const closed = (): AppError => new AppError('unavailable', { retryAfter: 1 });

/**
 * A thread with memory and time limits: whatever a file does to it, the process lives and the
 * question asked is answered with a refusal.
 */
export function startSheetWorker(
  input: WorkerInput,
  timeLimitMs: number,
  maxHeapMb: number,
): SheetWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: input,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: 16 },
  });
  let failure: Error | undefined;
  let settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  const fail = (error: Error): void => {
    failure ??= error;
    settle?.reject(failure);
    settle = undefined;
  };
  worker.on('message', (answer: Answer) => {
    if ('refused' in answer) {
      const { code, ...options } = answer.refused;
      fail(new AppError(code, options));
      return;
    }
    settle?.resolve(answer);
    settle = undefined;
  });
  worker.on('error', (error: NodeJS.ErrnoException) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuseFile('readerOutOfMemory') : error),
  );
  worker.on('exit', () => fail(closed()));
  worker.unref();

  return {
    ask: async (question) => {
      if (failure !== undefined) throw failure;
      if (settle !== undefined) throw new Error('one question at a time');
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      settle = { resolve, reject };
      worker.ref();
      const timer = setTimeout(() => {
        fail(refuseFile('readerTooLong', { seconds: Math.round(timeLimitMs / 1000) }));
        void worker.terminate();
      }, timeLimitMs);
      worker.postMessage(question);
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        worker.unref();
      }
    },
    end: async () => {
      fail(closed());
      await worker.terminate();
    },
  };
}
