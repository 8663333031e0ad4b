import type { RecordData } from '#web/api/records.ts';

/** What is typed over a value, and the record as it was when that began. */
export interface InlineDraft {
  value: unknown;
  before: RecordData;
}

const nameOf = (place: string): string => `duyen.typing.${place}`;

/** Kept for this tab until it is saved or given up: through a reload, and through signing in again. */
export function keepInline(place: string, draft: InlineDraft): void {
  try {
    sessionStorage.setItem(nameOf(place), JSON.stringify(draft));
  } catch {
    // Without room it is not kept, and nobody is hindered from typing.
  }
}

export const dropInline = (place: string): void => sessionStorage.removeItem(nameOf(place));

export function readInline(place: string): InlineDraft | null {
  try {
    // Written above.
    return JSON.parse(sessionStorage.getItem(nameOf(place)) ?? 'null') as InlineDraft | null;
  } catch {
    return null;
  }
}
