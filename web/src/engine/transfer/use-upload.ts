import { useCallback, useEffect, useRef, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import type { Import } from './imports.ts';
import { sendFile } from './send-file.ts';

export interface Upload {
  file: File | undefined;
  /** From 0 to 1 while it is on its way. */
  part: number | undefined;
  error: unknown;
  start: (file: File, object: string) => void;
  again: () => void;
  stop: () => void;
}

interface Sent {
  file: File;
  object: string;
  once: string;
}

/** Sends one file; after a broken network the same request goes out again, and the server takes it once. */
export function useUpload(onDone: (made: Import) => void): Upload {
  const [file, setFile] = useState<File>();
  const [part, setPart] = useState<number>();
  const [error, setError] = useState<unknown>();
  const sent = useRef<Sent>(undefined);
  const stopping = useRef<AbortController>(undefined);

  const send = useCallback(
    async ({ file, object, once }: Sent) => {
      const stop = new AbortController();
      stopping.current = stop;
      setError(undefined);
      setPart(0);
      const form = new FormData();
      form.set('object', object);
      form.set('options', '{}');
      form.set('file', file, file.name);
      try {
        // A file that was saved anew since it was chosen cannot be read any more.
        await file.slice(0, 1).arrayBuffer();
        const made = await sendFile<Import>('/api/v1/imports', {
          form,
          once,
          signal: stop.signal,
          onProgress: setPart,
        });
        onDone(made);
      } catch (reason) {
        if (!stop.signal.aborted) setError(reason);
        setPart(undefined);
      }
    },
    [onDone],
  );

  const start = useCallback(
    (file: File, object: string) => {
      sent.current = { file, object, once: crypto.randomUUID() };
      setFile(file);
      void send(sent.current);
    },
    [send],
  );
  const again = useCallback(() => {
    if (sent.current) void send(sent.current);
  }, [send]);
  const stop = useCallback(() => {
    stopping.current?.abort();
    setFile(undefined);
    setError(undefined);
  }, []);

  const isOffline = isProblem(error, 'offline');
  useEffect(() => {
    if (!isOffline) return;
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [isOffline, again]);
  useEffect(() => () => stopping.current?.abort(), []);

  return { file, part, error, start, again, stop };
}
