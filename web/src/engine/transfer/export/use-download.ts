import { useCallback, useEffect, useRef, useState } from 'react';
import { download, saveFile, type Received } from './download.ts';

export interface Download {
  received: Received | undefined;
  error: unknown;
  start: (path: string, body: Record<string, unknown>) => void;
  stop: () => void;
}

/** One file at a time; closing what shows it stops it. */
export function useDownload(onDone: (name: string) => void): Download {
  const [received, setReceived] = useState<Received>();
  const [error, setError] = useState<unknown>();
  const stopping = useRef<AbortController>(undefined);
  const start = useCallback(
    async (path: string, body: Record<string, unknown>) => {
      const stop = new AbortController();
      stopping.current = stop;
      setError(undefined);
      setReceived({ bytes: 0, rows: undefined });
      try {
        const { name, content } = await download(path, body, {
          signal: stop.signal,
          onProgress: setReceived,
        });
        saveFile(name, content);
        onDone(name);
      } catch (reason) {
        if (!stop.signal.aborted) setError(reason);
      }
      setReceived(undefined);
    },
    [onDone],
  );
  const stop = useCallback(() => stopping.current?.abort(), []);
  useEffect(() => stop, [stop]);
  return { received, error, start: (path, body) => void start(path, body), stop };
}
