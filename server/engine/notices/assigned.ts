import type { Ctx } from '../context.ts';
import { idsIn } from '../records/references.ts';
import { peopleFields, type Candidate, type EventChanges } from './read-changes.ts';

/** Members a record was given to, or who take part in it now, by somebody else. */
export function assigned(_ctx: Ctx, changes: readonly EventChanges[]): Candidate[] {
  return changes.flatMap(({ event, object, changes: of }) => {
    if (object.untold !== undefined && of[object.untold]) return [];
    return peopleFields(object).flatMap((field) => {
      const [before, after] = of[field] ?? [];
      const known = new Set(idsIn(before));
      return idsIn(after)
        .filter((id) => !known.has(id))
        .map((member): Candidate => ({
          event,
          member,
          kind: 'assigned',
          object: object.key,
          recordId: event.recordId,
          actor: event.actorId,
          at: event.at,
          params: { fields: [field] },
          key: `assigned:${event.recordId}:${event.version}`,
        }));
    });
  });
}
