import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, type Problem } from '#web/api/problem.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { keys } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { staleOf, useSave } from '../records/save.ts';
import { dropDraft, keepDraft, readDraft } from './draft.ts';
import { matchesOf } from './matches.ts';
import { sendable } from './sendable.ts';

type Values = Record<string, unknown>;

interface Options {
  object: ScreenObject;
  /** Where the draft is kept. */
  draftName: string;
  /** The record that is changed, or none for a new one. */
  record?: RecordData | undefined;
  values?: Readonly<Values> | undefined;
  /** Shown where nothing was typed; the server puts it there by itself. */
  defaults?: Readonly<Values>;
  onSaved(record: RecordData, another: boolean): void;
  onTyped(isTyped: boolean): void;
}

/** What is typed into a form: kept as a draft, sent once, its errors by field. */
export function useRecordForm(options: Options) {
  const { object, draftName: name, values: first = {}, defaults = {}, onSaved, onTyped } = options;
  const save = useSave(object);
  const client = useQueryClient();
  // As it was when the form opened: what somebody else saves meanwhile is noticed.
  const [record] = useState(options.record);
  const [draft] = useState(() => readDraft(name));
  const [typed, setTyped] = useState<Values>({ ...draft?.values, ...first });
  const [isRestored, setRestored] = useState(draft !== null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // Changed since it was tried: what was said of them holds no longer.
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  // The same try sent twice, because an answer was lost, makes one record.
  const [once, setOnce] = useState(newKey);

  const change = (key: string, value: unknown) => {
    const next = { ...typed, [key]: value };
    setTyped(next);
    setOnce(newKey);
    keepDraft(name, next);
    onTyped(true);
    setMended((last) => new Set([...last, key]));
  };
  const forget = () => {
    dropDraft(name);
    setRestored(false);
    setTyped({ ...first });
    setOnce(newKey);
    onTyped(false);
  };
  const run = async (write: () => Promise<RecordData>, another: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setMended(new Set());
    try {
      const saved = await write();
      forget();
      onSaved(saved, another);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      // Fields that are gone, or not to be written any more, are told by the model.
      if (error.errors.some(({ code }) => code === 'unknownField' || code === 'notWritable'))
        void client.invalidateQueries({ queryKey: keys.model });
    } finally {
      setBusy(false);
    }
  };
  const submit = ({ anyway = false, another = false } = {}) =>
    run(() => {
      const values = sendable(object, typed);
      return record
        ? save.update(record.id, record.version, values, record)
        : save.create(values, anyway ? { once } : { duplicates: 'warn', once });
    }, another);
  const errors = (problem?.errors ?? []).filter(({ path }) => !mended.has(fieldOf(path)));
  return {
    record,
    values: typed,
    restoredAt: isRestored ? (draft?.at ?? null) : null,
    problem,
    busy,
    matches: matchesOf(problem),
    current: staleOf(problem),
    change,
    submit,
    /** Saves what is left of the changes over what somebody else saved meanwhile. */
    resolve: (values: Values, version: number) =>
      run(() => save.update(record?.id ?? '', version, values), false),
    /** Goes back to what was typed, without saving. */
    letGo: () => setProblem(null),
    startAnew: forget,
    valueOf: (key: string): unknown =>
      key in typed ? typed[key] : record ? record[key] : defaults[key],
    errors,
    errorOf: (key: string) => errors.find(({ path }) => fieldOf(path) === key)?.message,
  };
}

const fieldOf = (path: string): string => path.split('.')[0] ?? path;

export type RecordFormState = ReturnType<typeof useRecordForm>;

const newKey = (): string => crypto.randomUUID();
