interface Listener {
  onState(state: 'open' | 'lost'): void;
  onChange(text: string): void;
  /** What was missed cannot be had any more. */
  onGone(): void;
}

/** Listens for changes: through a worker that all tabs share, or by a stream of its own where there is none. */
export function connect(listener: Listener): () => void {
  return 'SharedWorker' in window ? throughWorker(listener) : alone(listener);
}

function throughWorker({ onState, onChange, onGone }: Listener): () => void {
  const { port } = new SharedWorker(new URL('./live-worker.ts', import.meta.url), {
    type: 'module',
    name: 'duyen-live',
  });
  let wasLost = false;
  port.addEventListener(
    'message',
    ({ data }: MessageEvent<{ state?: string; change?: string }>) => {
      if (data.change !== undefined) onChange(data.change);
      if (data.state === 'lost') {
        wasLost = true;
        onState('lost');
      }
      if (data.state === 'open') {
        onState('open');
        // The stream goes on where it broke off, unless that is too long ago: asking again is always right.
        if (wasLost) onGone();
        wasLost = false;
      }
    },
  );
  port.start();
  port.postMessage('renew');
  const leave = () => port.postMessage('leave');
  window.addEventListener('pagehide', leave);
  return () => {
    window.removeEventListener('pagehide', leave);
    leave();
    port.close();
  };
}

function alone({ onState, onChange, onGone }: Listener): () => void {
  const source = new EventSource('/api/v1/events');
  let wasLost = false;
  source.addEventListener('change', ({ data }: MessageEvent<string>) => onChange(data));
  source.addEventListener('error', () => {
    wasLost = true;
    onState('lost');
  });
  source.addEventListener('open', () => {
    onState('open');
    if (wasLost) onGone();
    wasLost = false;
  });
  return () => source.close();
}
