import { useRef, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { useWords } from '#web/words/language.tsx';
import { sendFile } from '../transfer/send-file.ts';
import { fieldWords } from './fields.words.ts';

export interface Uploaded {
  id: string;
  name: string;
  size: number;
  type: string;
}

interface Sending {
  name: string;
  /** From 0 to 1. */
  part: number;
}

/** Sends files to the server; they belong to nothing until a record says so. */
export function useUploads(onDone: (files: Uploaded[]) => void) {
  const t = useWords(fieldWords);
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stopper = useRef<AbortController>(null);
  const start = async (files: readonly File[]) => {
    const [first] = files;
    if (!first) return;
    const name = files.length === 1 ? first.name : t('fileCount', { count: files.length });
    const form = new FormData();
    for (const file of files) form.append('file', file);
    stopper.current = new AbortController();
    setProblem(null);
    setSending({ name, part: 0 });
    try {
      const { items } = await sendFile<{ items: Uploaded[] }>('/api/v1/files', {
        form,
        once: crypto.randomUUID(),
        signal: stopper.current.signal,
        onProgress: (part) => setSending({ name, part }),
      });
      onDone(items);
    } catch (error) {
      if (isProblem(error)) setProblem(error.code === 'offline' ? t('offline') : error.message);
    } finally {
      setSending(null);
    }
  };
  return {
    sending,
    problem,
    start: (files: readonly File[]) => void start(files),
    stop: () => stopper.current?.abort(),
  };
}
