import { onDevice } from '#web/api/kept.ts';
import type { FinishBody } from './finish-input.ts';

/** An outcome told without a network; sent when there is one again, once however often it is tried. */
export interface LateFinish {
  id: string;
  subject: string;
  once: string;
  body: FinishBody;
}

const nameOf = (member: string): string => `duyen.finishes.${member}`;

export function lateFinishes(member: string): LateFinish[] {
  const found = onDevice.read(nameOf(member));
  // Written below; another program of this origin does not exist.
  return Array.isArray(found) ? (found as LateFinish[]) : [];
}

/** Whether there was room for it. */
export const keepFinish = (member: string, late: LateFinish): boolean =>
  onDevice.keep(nameOf(member), [...lateFinishes(member).filter(({ id }) => id !== late.id), late]);

export function dropFinish(member: string, { once }: LateFinish): void {
  const others = lateFinishes(member).filter((each) => each.once !== once);
  if (others.length === 0) onDevice.drop(nameOf(member));
  else onDevice.keep(nameOf(member), others);
}
