import type { Icon } from '@tabler/icons-react';
import type { Label } from '#shared/define.ts';
import type { RecordData } from '#web/api/records.ts';

/** Something special that can be done with a record of one object; shown at the head of its page. */
export interface RecordAction {
  key: string;
  label: Label;
  icon: Icon;
  /** Not offered where it makes no sense: a lead that was converted. */
  isFor(record: RecordData): boolean;
  run(record: RecordData): void;
}

const actions = new Map<string, RecordAction[]>();

/** Features add what they can do; the engine shows it without knowing what it is. */
export function registerRecordAction(object: string, action: RecordAction): void {
  actions.set(object, [...(actions.get(object) ?? []), action]);
}

export const recordActions = (object: string, record: RecordData): readonly RecordAction[] =>
  (actions.get(object) ?? []).filter(({ isFor }) => isFor(record));
