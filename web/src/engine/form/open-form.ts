import { inTab } from '#web/api/kept.ts';
import type { RecordData } from '#web/api/records.ts';

export interface FormRequest {
  /** Key of the object. */
  object: string;
  /** What the form begins with. */
  values?: Record<string, unknown>;
  /** Changes this record instead of making one. */
  recordId?: string;
  onDone?(record: RecordData): void;
  /** Left without a record. */
  onClose?(): void;
}

export interface OpenedForm extends FormRequest {
  id: number;
  /** How many forms wait beneath it. */
  depth: number;
}

let opened: readonly OpenedForm[] = [];
let count = 0;
const watchers = new Set<() => void>();

function change(next: readonly OpenedForm[]): void {
  opened = next;
  for (const watcher of watchers) watcher();
}

/** Opens the side panel with a form, from anywhere; one that is open waits beneath. */
export function openForm(request: FormRequest): void {
  count += 1;
  change([...opened, { ...request, id: count, depth: opened.length }]);
}

export const closeForm = (id: number): void => change(opened.filter((each) => each.id !== id));

export const openedForms = (): readonly OpenedForm[] => opened;

export function watchForms(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

const name = 'duyen.form';

/** Before one is led to the sign-in: the form below all others opens again afterwards, with its draft. */
export function rememberForm(): void {
  const [first] = opened;
  if (!first) return;
  const { object, values, recordId } = first;
  inTab.keep(name, { object, values, recordId });
  change([]);
}

export function reopenForm(): void {
  // Written above.
  const kept = inTab.read(name) as FormRequest | undefined;
  if (!kept) return;
  inTab.drop(name);
  openForm(kept);
}
