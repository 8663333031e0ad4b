/** A call that was begun on this device; kept here too, so that it is not lost without a network. */
export interface RunningCall {
  id: string;
  title: string;
  startedAt: string;
}

const nameOf = (member: string): string => `duyen.call.${member}`;

export function readRunning(member: string): RunningCall | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(member)) ?? 'null');
    // Written below; another program of this origin does not exist.
    return typeof found === 'object' && found !== null && 'id' in found
      ? (found as RunningCall)
      : null;
  } catch {
    return null;
  }
}

export function keepRunning(member: string, call: RunningCall): void {
  try {
    localStorage.setItem(nameOf(member), JSON.stringify(call));
  } catch {
    // The server knows when it began.
  }
}

export function dropRunning(member: string, id: string): void {
  if (readRunning(member)?.id === id) localStorage.removeItem(nameOf(member));
}
