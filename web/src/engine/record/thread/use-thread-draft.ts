import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../form/draft.ts';
import { useMe } from '../../model.ts';

interface ThreadDraft<V> {
  values: V;
  set(changes: Partial<V>): void;
  drop(): void;
  /** The same for every try to send it, so that it is written once. */
  once: string;
}

/** What is being written in a thread: kept on this machine until it is sent. */
export function useThreadDraft<V extends object>(name: string): ThreadDraft<V> {
  const { id } = useMe();
  const place = `duyen.thread.${id}.${name}`;
  const [once, setOnce] = useState(newKey);
  // Kept below in this shape.
  const [values, setValues] = useState(() => (readDraft(place)?.values ?? {}) as V);
  return {
    values,
    once,
    set(changes) {
      setValues((before) => {
        const next = { ...before, ...changes };
        keepDraft(place, { ...next });
        return next;
      });
    },
    drop() {
      dropDraft(place);
      // As kept when there is none.
      setValues({} as V);
      setOnce(newKey());
    },
  };
}

const newKey = (): string => crypto.randomUUID();
