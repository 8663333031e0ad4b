import type { RecordData } from '#web/api/records.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { partiesOf } from '../activity.ts';
import type { CallLine } from '../plan.queries.ts';

/** One thing of the day, and for a call what the plan knows of it. */
export interface Entry {
  id: string;
  kind: string;
  state: 'done' | 'running' | 'planned' | 'forgotten';
  startsAt: string;
  title: string;
  activity: RecordData;
  line: CallLine | null;
}

const states: Readonly<Record<string, Entry['state']>> = {
  done: 'done',
  inProgress: 'running',
  forgotten: 'forgotten',
};

export function entriesOf(activities: readonly RecordData[], lines: readonly CallLine[]): Entry[] {
  const known = new Map(lines.map((line) => [line.key, line]));
  return activities.map((activity) => {
    const line = known.get(activity.id) ?? null;
    const kind = asText(activity['kind']);
    const party = partiesOf(activity).find(({ title }) => title !== null)?.title;
    const subject = asText(activity['subject']);
    // Whom a call is with says more than that it is one.
    const title = line?.title || (kind === 'call' ? party || subject : subject || party);
    return {
      id: activity.id,
      kind,
      state: states[asText(activity['status'])] ?? 'planned',
      startsAt: asText(activity['startsAt']),
      title: title ?? '',
      activity,
      line,
    };
  });
}

/** Where the line of the time now is drawn: before the first that is still to come. */
export function nowIndex(entries: readonly Entry[], now: Date): number {
  const at = now.toISOString();
  const next = entries.findIndex(({ startsAt }) => startsAt > at);
  return next === -1 ? entries.length : next;
}
