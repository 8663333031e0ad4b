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

/** Of a page, of pages, or of a plain list; nothing of what has another shape. */
function recordsIn(answer: unknown): RecordData[] {
  if (Array.isArray(answer)) return answer.filter(isRecord);
  if (typeof answer !== 'object' || answer === null) return [];
  if ('pages' in answer && Array.isArray(answer.pages)) return answer.pages.flatMap(recordsIn);
  return 'items' in answer ? recordsIn(answer.items) : [];
}

const isRecord = (value: unknown): value is RecordData =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
