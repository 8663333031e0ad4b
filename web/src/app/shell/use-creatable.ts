import { useLocation } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { useModel } from '#web/engine/model.ts';
import { groupsOf } from './places.ts';

/** What this person may make, that of the page one is on first. */
export function useCreatable(): readonly ScreenObject[] {
  const { ours, own } = groupsOf(useModel());
  const [, here] = useLocation().pathname.split('/');
  return [...ours, ...own]
    .filter(({ rights }) => rights.create)
    .toSorted((a, b) => Number(b.path === here) - Number(a.path === here));
}
