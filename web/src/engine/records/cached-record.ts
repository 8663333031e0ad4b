import type { RecordData } from '#web/api/records.ts';

/** The row of a record in anything that was asked before: enough to show the page while the whole is on its way. */
export function cachedRecord(answers: readonly unknown[], id: string): RecordData | undefined {
  let best: RecordData | undefined;
  for (const answer of answers) {
    const found = recordsIn(answer).find((record) => record.id === id);
    if (found && (!best || found.version > best.version || isFuller(found, best))) best = found;
  }
  return best;
}

const isFuller = (a: RecordData, b: RecordData): boolean =>
  a.version === b.version && Object.keys(a).length > Object.keys(b).length;

/** The same answer with a record changed in it; the answer itself when the record is not in it. */
export function changedIn<T>(answer: T, id: string, change: (record: RecordData) => RecordData): T {
  return recordsIn(answer).some((record) => record.id === id)
    ? // Nothing but values of one record differs.
      (changed(answer, (record) => (record.id === id ? change(record) : record)) as T)
    : answer;
}

function changed(answer: unknown, change: (record: RecordData) => RecordData): unknown {
  if (Array.isArray(answer)) return answer.map((each) => changed(each, change));
  if (isRecord(answer)) return change(answer);
  if (typeof answer !== 'object' || answer === null) return answer;
  if ('pages' in answer) return { ...answer, pages: changed(answer.pages, change) };
  return 'items' in answer ? { ...answer, items: changed(answer.items, change) } : answer;
}

/** Of a page, of pages, of a plain list or the one it is; nothing of what has another shape. */
function recordsIn(answer: unknown): RecordData[] {
  if (Array.isArray(answer)) return answer.filter(isRecord);
  if (typeof answer !== 'object' || answer === null) return [];
  if (isRecord(answer)) return [answer];
  if ('pages' in answer && Array.isArray(answer.pages)) return answer.pages.flatMap(recordsIn);
  return 'items' in answer ? recordsIn(answer.items) : [];
}

const isRecord = (value: unknown): value is RecordData =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
