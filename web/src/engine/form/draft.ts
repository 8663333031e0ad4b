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
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    // Written below; another program of this origin does not exist.
    return typeof found === 'object' && found !== null && 'values' in found
      ? (found as Draft)
      : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage must not hinder anybody from typing. */
export function keepDraft(name: string, values: Record<string, unknown>): void {
  try {
    localStorage.setItem(name, JSON.stringify({ values, at: new Date().toISOString() }));
  } catch {
    // Nothing is kept then, and nothing else can be done about it.
  }
}

export const dropDraft = (name: string): void => localStorage.removeItem(name);
