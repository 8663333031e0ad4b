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
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(member)) ?? '[]');
    // Written below; another program of this origin does not exist.
    return Array.isArray(found) ? (found as LateFinish[]) : [];
  } catch {
    return [];
  }
}

export const keepFinish = (member: string, late: LateFinish): void =>
  write(member, [...lateFinishes(member).filter(({ id }) => id !== late.id), late]);

export const dropFinish = (member: string, { once }: LateFinish): void =>
  write(
    member,
    lateFinishes(member).filter((each) => each.once !== once),
  );

function write(member: string, all: readonly LateFinish[]): void {
  if (all.length === 0) localStorage.removeItem(nameOf(member));
  else localStorage.setItem(nameOf(member), JSON.stringify(all));
}
