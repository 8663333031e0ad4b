import { onDevice } from '#web/api/kept.ts';

export interface Draft {
  values: Record<string, unknown>;
  /** When it was typed last, as an instant. */
  at: string;
}

const prefix = 'duyen.draft.';

interface Where {
  member: string;
  object: string;
  recordId?: string | undefined;
  /** Forms that are opened from a form have drafts of their own. */
  depth: number;
}

/** Drafts stay on this machine, of one person and one form each. */
export const draftName = ({ member, object, recordId, depth }: Where): string =>
  `${prefix}${member}.${object}.${recordId ?? 'new'}${depth > 0 ? `.${depth}` : ''}`;

export function readDraft(name: string): Draft | null {
  const found = onDevice.read(name);
  // Written below; another program of this origin does not exist.
  return typeof found === 'object' && found !== null && 'values' in found ? (found as Draft) : null;
}

export function keepDraft(name: string, values: Record<string, unknown>): void {
  onDevice.keep(name, { values, at: new Date().toISOString() });
}

export const dropDraft = (name: string): void => onDevice.drop(name);
