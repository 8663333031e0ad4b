/** What tabs hear: whether the line to the server holds, what changes, that the model did, and what people do now. */
export type LiveMessage =
  | { state: 'open' | 'lost' }
  | { change: string }
  | { model: 'changed' }
  | { signal: string };

export interface Stream {
  /** Does not wait for the next try: the network has just come back. */
  retry(): void;
  close(): void;
}

const firstWaitMs = 2000;
const longestWaitMs = 60_000;

/**
 * The stream of changes. A line that breaks goes on where it was by itself; one that is refused (signed out, too many
 * streams, a server that restarts) is tried again here, ever more slowly.
 */
export function openStream(tell: (message: LiveMessage) => void): Stream {
  let source: EventSource;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function begin(): void {
    waiting = undefined;
    source = new EventSource('/api/v1/events');
    source.addEventListener('open', () => {
      failures = 0;
      tell({ state: 'open' });
    });
    source.addEventListener('change', ({ data }: MessageEvent<string>) => tell({ change: data }));
    source.addEventListener('signal', ({ data }: MessageEvent<string>) => tell({ signal: data }));
    source.addEventListener('model', () => tell({ model: 'changed' }));
    source.addEventListener('error', () => {
      tell({ state: 'lost' });
      if (source.readyState !== EventSource.CLOSED) return;
      waiting = setTimeout(begin, Math.min(longestWaitMs, firstWaitMs * 2 ** failures));
      failures += 1;
    });
  }

  begin();
  return {
    retry() {
      if (waiting === undefined) return;
      clearTimeout(waiting);
      begin();
    },
    close() {
      clearTimeout(waiting);
      source.close();
    },
  };
}
