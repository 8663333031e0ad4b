import { onDevice } from '#web/api/kept.ts';

/** A call that was begun on this device; kept here too, so that it is not lost without a network. */
export interface RunningCall {
  id: string;
  title: string;
  startedAt: string;
}

const nameOf = (member: string): string => `duyen.call.${member}`;

export function readRunning(member: string): RunningCall | null {
  const found = onDevice.read(nameOf(member));
  // Written below; another program of this origin does not exist.
  return typeof found === 'object' && found !== null && 'id' in found
    ? (found as RunningCall)
    : null;
}

/** Where there is no room, the server knows when it began. */
export function keepRunning(member: string, call: RunningCall): void {
  onDevice.keep(nameOf(member), call);
}

export function dropRunning(member: string, id: string): void {
  if (readRunning(member)?.id === id) onDevice.drop(nameOf(member));
}
