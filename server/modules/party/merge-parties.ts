import type { Merge } from '#engine/records/rules.ts';
import { doNotContact } from './fields.ts';

type Refusal = keyof typeof doNotContact;
type Party = { [K in Refusal]?: boolean | null };

const refusals = Object.keys(doNotContact) as Refusal[];

/** A refusal that one of the records had counts for all of them. */
export function mergeParties({ survivor, others, after }: Merge<Party>): void {
  const all = [survivor, ...others];
  for (const key of refusals) if (all.some((each) => each[key])) after[key] = true;
}
