import type { Reference } from '#web/api/records.ts';
import type { Match } from '#web/engine/form/matches.ts';

export interface LeadMatch extends Match {
  account?: Reference | null;
}

export interface Suggestions {
  accounts: LeadMatch[];
  contacts: LeadMatch[];
}

/** What the lead becomes, of one kind: one of the suggested (its id), another one, a new one, or nothing. */
export interface Choice {
  radio: string;
  /** The one that was searched for, when `radio` is `other`. */
  other: Reference | null;
}

export const anew = 'new';
export const another = 'other';
export const none = 'none';

/** Alike enough that making another one would rather be a mistake. */
const surelyTheSame = 80;

export function firstChoice(matches: readonly LeadMatch[], canMake: boolean): Choice {
  const [best] = matches;
  const isSure = best !== undefined && best.score >= surelyTheSame;
  return { radio: isSure ? best.id : canMake ? anew : none, other: null };
}

/** For the server; undefined while another one is wanted and not chosen yet. */
export function asTarget({
  radio,
  other,
}: Choice): { id: string } | { create: object } | null | undefined {
  if (radio === none) return null;
  if (radio === anew) return { create: {} };
  if (radio === another) return other ? { id: other.id } : undefined;
  return { id: radio };
}
