/** What was read last, kept in this browser so that it can be read again without a network. */
export interface Kept {
  key: string;
  /** When it was asked. */
  at: number;
  value: unknown;
}

const database = 'duyen-read';
const store = 'answers';
const byAge = 'at';
/** A few lists with their pages and the records opened from them; the oldest go first. */
export const mostKept = 400;

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(store, { keyPath: 'key' }).createIndex(byAge, 'at');
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('no place to keep things')));
  });
  return opening;
}

async function within<T>(
  mode: 'readonly' | 'readwrite',
  work: (answers: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const request = work((await open()).transaction(store, mode).objectStore(store));
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('could not be kept')));
  });
}

/** Undefined when it was never read here, or where browsers keep nothing (private windows of some). */
export async function readKept(key: string): Promise<Kept | undefined> {
  // What is stored was put there below.
  return within('readonly', (answers) => answers.get(key) as IDBRequest<Kept | undefined>).catch(
    () => undefined,
  );
}

/** A full disk or a closed database costs nothing but reading without a network. */
export async function keep(kept: Kept): Promise<void> {
  await within('readwrite', (answers) => answers.put(kept)).catch(() => undefined);
}

export async function forgetKept(): Promise<void> {
  await within('readwrite', (answers) => answers.clear()).catch(() => undefined);
}

/** Lets the oldest go. */
export async function trimKept(): Promise<void> {
  const count = await within('readonly', (answers) => answers.count()).catch(() => 0);
  if (count <= mostKept) return;
  const keys = await within('readonly', (answers) =>
    answers.index(byAge).getAllKeys(undefined, count - mostKept),
  ).catch(() => []);
  for (const key of keys)
    await within('readwrite', (answers) => answers.delete(key)).catch(() => undefined);
}
