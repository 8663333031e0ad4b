/** One stream of changes for all tabs of a browser. */
interface Port {
  postMessage(message: unknown): void;
  start(): void;
}

const ports = new Set<Port>();
let source: EventSource | undefined;

function tell(message: unknown): void {
  for (const port of ports) port.postMessage(message);
}

function open(): void {
  if (source && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource('/api/v1/events');
  source.addEventListener('open', () => tell({ state: 'open' }));
  source.addEventListener('change', (event) => tell({ change: event.data }));
  source.addEventListener('error', () => tell({ state: 'lost' }));
}

addEventListener('connect', (event) => {
  // In a shared worker it carries the tab's end of the line.
  const [port] = (event as unknown as { ports: (Port & MessagePort)[] }).ports;
  if (!port) return;
  ports.add(port);
  port.addEventListener('message', ({ data }: MessageEvent) => {
    if (data === 'leave') ports.delete(port);
    // Whoever signs in anew needs a stream of their own rights.
    if (data === 'renew') {
      source?.close();
      open();
    }
  });
  port.start();
  open();
});
