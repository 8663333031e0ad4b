import { useState } from 'react';
import { isProblem, type Problem } from '#web/api/problem.ts';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useMe } from '../model.ts';
import { useSave } from '../records/save.ts';
import { draftName, dropDraft, keepDraft, readDraft } from './draft.ts';

export interface Match {
  id: string;
  title: string | null;
  score: number;
}

interface Options {
  object: ScreenObject;
  /** The record that is changed, or none for a new one. */
  record?: RecordData | undefined;
  values?: Readonly<Record<string, unknown>> | undefined;
  onSaved(record: RecordData, another: boolean): void;
}

/** What is typed into a form: kept as a draft, sent once, its errors by field. */
export function useRecordForm({ object, record, values: first = {}, onSaved }: Options) {
  const { id: me } = useMe();
  const save = useSave(object);
  const name = draftName(me, object.key, record?.id);
  const [draft] = useState(() => readDraft(name));
  const [typed, setTyped] = useState<Record<string, unknown>>({ ...draft?.values, ...first });
  const [isRestored, setRestored] = useState(draft !== null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  // The same try sent twice, because an answer was lost, makes one record.
  const [once, setOnce] = useState(newKey);

  const change = (key: string, value: unknown) => {
    const next = { ...typed, [key]: value };
    setTyped(next);
    setOnce(newKey);
    keepDraft(name, next);
  };
  const forget = () => {
    dropDraft(name);
    setRestored(false);
  };
  const run = async (write: () => Promise<RecordData>, another: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const saved = await write();
      forget();
      setTyped({});
      setOnce(newKey);
      onSaved(saved, another);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = ({ anyway = false, another = false } = {}) =>
    run(
      () =>
        record
          ? save.update(record.id, record.version, typed)
          : save.create(typed, anyway ? { once } : { duplicates: 'warn', once }),
      another,
    );
  return {
    values: typed,
    isDirty: Object.keys(typed).length > Object.keys(first).length || isRestored,
    restoredAt: isRestored ? (draft?.at ?? null) : null,
    problem,
    busy,
    matches: matchesOf(problem),
    current: currentOf(problem),
    change,
    submit,
    /** Saves what is left of the changes over what somebody else saved meanwhile. */
    resolve: (values: Record<string, unknown>, version: number) =>
      run(() => save.update(record?.id ?? '', version, values), false),
    startAnew() {
      forget();
      setTyped({ ...first });
    },
    valueOf: (key: string): unknown => (key in typed ? typed[key] : record?.[key]),
    errorOf: (key: string) =>
      problem?.errors.find(({ path }) => path === key || path.startsWith(`${key}.`))?.message,
  };
}

const newKey = (): string => crypto.randomUUID();

function matchesOf(problem: Problem | null): readonly Match[] {
  const found = problem?.code === 'conflict' ? problem.body['matches'] : undefined;
  // What docs/api.md says of a creation that is warned of.
  return Array.isArray(found) ? (found as Match[]) : [];
}

function currentOf(problem: Problem | null): RecordData | undefined {
  return problem?.code === 'stale' ? (problem.body['current'] as RecordData) : undefined;
}
