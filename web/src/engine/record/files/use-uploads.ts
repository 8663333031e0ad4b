import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { sendFile } from '../../transfer/send-file.ts';
import type { Uploaded } from '../../fields/use-uploads.ts';
import { useOnPage } from '../record-context.tsx';
import { attachmentsQuery, type Attachments } from './attachments.ts';
import { largestFile } from './upload-failure.ts';

export interface Upload {
  id: number;
  file: File;
  /** 0 to 1 while it is sent. */
  share: number;
  error?: unknown;
  /** Of this side, before anything was sent. */
  refusal?: 'tooLarge' | 'empty';
}

let count = 0;

export interface Uploads {
  uploads: readonly Upload[];
  add(files: readonly File[]): void;
  again(id: number): void;
  /** Stops it, or takes what failed off the list. */
  drop(id: number): void;
}

/** Sends files to the record one after the other; each may fail for itself. */
export function useUploads(): Uploads {
  const { object, record } = useOnPage();
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const aborts = useRef(new Map<number, AbortController>());
  const line = useRef(Promise.resolve());
  const { path } = object;

  const patch = useCallback(
    (id: number, change: Partial<Upload>) =>
      setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...change } : each))),
    [],
  );
  const forget = useCallback((id: number) => {
    aborts.current.delete(id);
    setUploads((all) => all.filter((each) => each.id !== id));
  }, []);
  const begin = useCallback(
    ({ id, file }: Upload) => {
      const abort = new AbortController();
      aborts.current.set(id, abort);
      const run = async () => {
        try {
          const onProgress = (share: number) => patch(id, { share });
          abort.signal.throwIfAborted();
          const form = new FormData();
          form.append('file', file);
          const { items } = await sendFile<{ items: Uploaded[] }>('/api/v1/files', {
            form,
            once: crypto.randomUUID(),
            signal: abort.signal,
            onProgress,
          });
          const answer = await send<Attachments>('POST', address(`${path}/${record.id}/files`), {
            fileIds: items.map((made) => made.id),
          });
          client.setQueryData(attachmentsQuery(path, record.id).queryKey, answer);
          void client.invalidateQueries({ queryKey: keys.around(path, record.id, 'timeline') });
          forget(id);
        } catch (error) {
          if (!abort.signal.aborted) patch(id, { error });
        }
      };
      line.current = line.current.then(run);
    },
    [client, forget, patch, path, record.id],
  );
  // Whoever leaves the record while it is sent has not asked to stop; the page holds them back only when it closes.
  const isSending = uploads.some(({ error, refusal }) => error === undefined && !refusal);
  useEffect(() => {
    if (!isSending) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isSending]);

  return {
    uploads,
    add: (files) => {
      const next = files.map((file): Upload => {
        count += 1;
        const refusal =
          file.size > largestFile ? 'tooLarge' : file.size === 0 ? 'empty' : undefined;
        return { id: count, file, share: 0, ...(refusal && { refusal }) };
      });
      setUploads((all) => [...next, ...all]);
      for (const upload of next) if (!upload.refusal) begin(upload);
    },
    again: (id) => {
      const upload = uploads.find((each) => each.id === id);
      if (!upload) return;
      patch(id, { share: 0, error: undefined });
      begin(upload);
    },
    drop: (id) => {
      aborts.current.get(id)?.abort();
      forget(id);
    },
  };
}
