import type { Reference } from '#web/api/records.ts';

export interface LeadMatch {
  id: string;
  title: string | null;
  /** 0 to 100. */
  score: number;
  account?: Reference | null;
}

/** An existing record's id, a new one, or nothing of this kind. */
export type Choice = string;

/** Alike enough that making another one would rather be a mistake. */
const surelyTheSame = 80;

export function firstChoice(matches: readonly LeadMatch[]): Choice {
  const [best] = matches;
  return best && best.score >= surelyTheSame ? best.id : 'new';
}

export const asTarget = (choice: Choice): { id: string } | { create: object } | null =>
  choice === 'none' ? null : choice === 'new' ? { create: {} } : { id: choice };
