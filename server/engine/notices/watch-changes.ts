import { systemActor } from '../actor.ts';
import { changesChannel } from '../realtime/wake.ts';
import type { Workspaces } from '../workspaces.ts';
import { tellOfChanges } from './tell-of-changes.ts';

/**
 * After a change, events are looked for at these times: at once, and later for those that a slower transaction, or
 * another process that was just reading, kept from being seen. The job of every minute finds what is left.
 */
const looksMs = [200, 1500, 6000];

/** Tells people of changes soon after they happen, in each process that works off jobs. */
export async function watchChanges(workspaces: Workspaces): Promise<{ stop(): Promise<void> }> {
  const waiting = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  async function look(id: string): Promise<void> {
    if (stopped) return;
    try {
      const { info } = await workspaces.open(id);
      for (let more = true; more && !stopped;)
        more = await tellOfChanges(
          await workspaces.context(id, systemActor('notices', info.settings)),
        );
    } catch (error) {
      workspaces.log.warn({ err: error, workspace: id }, 'changes were not told of');
    }
  }

  function wake(id: string): void {
    // Those that are waiting will see it too.
    if (stopped || waiting.has(id)) return;
    waiting.add(id);
    for (const [i, ms] of looksMs.entries()) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        // From the first look on, a further change needs looks of its own.
        if (i === 0) waiting.delete(id);
        const looking = look(id).finally(() => running.delete(looking));
        running.add(looking);
      }, ms);
      timers.add(timer.unref());
    }
  }

  const unlisten = await workspaces.database.listen(changesChannel, wake, () => undefined);
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await unlisten();
      await Promise.all(running);
    },
  };
}
