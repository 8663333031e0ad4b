import { inTab } from '#web/api/kept.ts';
import type { RecordData } from '#web/api/records.ts';

/** What is typed over a value, and the record as it was when that began. */
export interface InlineDraft {
  value: unknown;
  before: RecordData;
}

const nameOf = (place: string): string => `duyen.typing.${place}`;

/** Kept for this tab until it is saved or given up: through a reload, and through signing in again. */
export function keepInline(place: string, draft: InlineDraft): void {
  inTab.keep(nameOf(place), draft);
}

export const dropInline = (place: string): void => inTab.drop(nameOf(place));

// Written above.
export const readInline = (place: string): InlineDraft | null =>
  (inTab.read(nameOf(place)) ?? null) as InlineDraft | null;
