import { randomUUID } from 'node:crypto';

interface PresentOptions {
  /** Members with a stream in this process. */
  membersHere: (workspace: string) => string[];
  /** Tells all processes, this one included, who is there by it. */
  tell: (workspace: string, members: string[], from: string) => void;
  changed: (workspace: string, members: string[]) => void;
}

/** Whoever loads a page anew was never away. */
const settleMs = 1500;
const repeatMs = 25_000;
/** A process that says nothing for so long is gone, and who was there by it. */
const forgottenMs = 60_000;
/** A notification of the database holds 8,000 bytes. */
const toldAtOnce = 150;

/** Who is there, put together from what each process says of its streams. */
export function createPresent({ membersHere, tell, changed }: PresentOptions) {
  const me = randomUUID();
  const said = new Map<string, Map<string, { members: string[]; at: number }>>();
  const shown = new Map<string, string>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const of = (workspace: string): string[] => {
    const known = [...(said.get(workspace)?.values() ?? [])].flatMap(({ members }) => members);
    return [...new Set([...known, ...membersHere(workspace)])].toSorted();
  };
  const show = (workspace: string) => {
    const members = of(workspace);
    const text = members.join();
    if (shown.get(workspace) === text) return;
    shown.set(workspace, text);
    changed(workspace, members);
  };
  const parts = new Map<string, number>();
  const tellAll = (workspace: string) => {
    const members = membersHere(workspace);
    const wanted = Math.max(1, Math.ceil(members.length / toldAtOnce));
    const before = parts.get(workspace) ?? 0;
    parts.set(workspace, wanted);
    // Parts that were told before and are not needed any more are told as empty.
    for (let i = 0; i < Math.max(wanted, before); i += 1)
      tell(workspace, members.slice(i * toldAtOnce, (i + 1) * toldAtOnce), `${me}.${i}`);
  };
  const repeat = setInterval(() => {
    const old = performance.now() - forgottenMs;
    for (const [workspace, processes] of said) {
      for (const [from, { at }] of processes) if (at < old) processes.delete(from);
      if (membersHere(workspace).length > 0) tellAll(workspace);
      show(workspace);
    }
  }, repeatMs).unref();
  return {
    of,
    /** Somebody came or went. */
    touch(workspace: string): void {
      if (waiting.has(workspace)) return;
      const timer = setTimeout(() => {
        waiting.delete(workspace);
        tellAll(workspace);
      }, settleMs).unref();
      waiting.set(workspace, timer);
    },
    heard(workspace: string, from: string, members: string[]): void {
      const processes = said.get(workspace) ?? new Map();
      said.set(workspace, processes.set(from, { members, at: performance.now() }));
      show(workspace);
    },
    stop(): void {
      clearInterval(repeat);
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
