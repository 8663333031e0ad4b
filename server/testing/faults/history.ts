import fs from 'node:fs';

/** What one call of a client became. */
export interface Operation {
  op: 'create' | 'update' | 'batch' | 'convert' | 'upload' | 'signIn';
  /** Name of the record or the batch, id of the updated one. */
  key: string;
  /** The version an update was based on. */
  version?: number;
  /** 2xx, a refusal, or no answer that says which. */
  result: 'ok' | 'refused' | 'unknown';
  status: number | null;
  /** What the answer said about the record. */
  out?: { id: string; version: number };
  start: number;
  end: number;
}

/** Written line by line, so that what was acknowledged is known whatever happens to the one who asked. */
export interface History {
  readonly operations: readonly Operation[];
  add(operation: Operation): void;
  close(): void;
}

export function openHistory(file: string): History {
  const handle = fs.openSync(file, 'a');
  const operations: Operation[] = [];
  return {
    operations,
    add(operation) {
      fs.writeSync(handle, `${JSON.stringify(operation)}\n`);
      operations.push(operation);
    },
    close: () => fs.closeSync(handle),
  };
}

/** Answers that say neither yes nor no, besides those expected of a server that lacks something. */
export function oddAnswers(
  operations: readonly Operation[],
  expected: readonly number[],
): (number | 'nothing')[] {
  const odd = new Set<number | 'nothing'>();
  for (const { status } of operations)
    if (status === null || (status >= 500 && !expected.includes(status)))
      odd.add(status ?? 'nothing');
  return [...odd];
}
