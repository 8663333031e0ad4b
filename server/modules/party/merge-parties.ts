import type { Merge } from '#engine/records/rules.ts';
import { doNotContact } from './fields.ts';

type Refusal = keyof typeof doNotContact;
type Party = { [K in Refusal]?: boolean | null } & {
  firstContactAt?: string | null;
  lastContactAt?: string | null;
  nextContactAt?: string | null;
};

const refusals = Object.keys(doNotContact) as Refusal[];

/** A refusal that one of the records had counts for all of them, and so does every time somebody was spoken with. */
export function mergeParties({ survivor, others, after }: Merge<Party>): void {
  const all = [survivor, ...others];
  for (const key of refusals) if (all.some((each) => each[key])) after[key] = true;
  const times = (key: 'firstContactAt' | 'lastContactAt' | 'nextContactAt') =>
    all.flatMap((each) => each[key] ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const [first] = times('firstContactAt');
  const last = times('lastContactAt').at(-1);
  const [next] = times('nextContactAt');
  if (first) after.firstContactAt = first;
  if (last) after.lastContactAt = last;
  if (next) after.nextContactAt = next;
}
