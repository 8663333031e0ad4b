import { useState } from 'react';
import type { RecordData } from '#web/api/records.ts';
import { draftName, dropDraft, keepDraft, readDraft } from '#web/engine/form/draft.ts';
import { useMe } from '#web/engine/model.ts';
import { firstInput, type FinishInput } from './finish-input.ts';

/** What is typed, kept on this machine until it is saved: a phone may throw the page away during the call. */
export function useFinishDraft(activity: RecordData, now: Date) {
  const { id: member } = useMe();
  const name = draftName({ member, object: 'finish', recordId: activity.id, depth: 0 });
  const [input, setInput] = useState<FinishInput>(() => ({
    ...firstInput(activity, now),
    ...readDraft(name)?.values,
  }));
  return {
    input,
    change(changed: Partial<FinishInput>): void {
      const next = { ...input, ...changed };
      setInput(next);
      // The minutes of a clock that is still running are no draft.
      const { minutes, ...typed } = next;
      keepDraft(name, 'minutes' in changed || minutes === null ? next : typed);
    },
    drop: () => dropDraft(name),
  };
}
