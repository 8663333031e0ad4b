import net from 'node:net';

export interface Line {
  origin: string;
  /** Bytes that went up to the program. */
  readonly sent: number;
  /** Breaks what is open, and whatever comes in the next moments. */
  cut(milliseconds: number): void;
  close(): void;
}

/** A line to the program that can really be cut, as between a phone and its mast. */
export async function openLine(origin: string): Promise<Line> {
  const { port } = new URL(origin);
  const open = new Set<net.Socket>();
  let sent = 0;
  let isCut = false;
  const server = net.createServer((near) => {
    if (isCut) return near.destroy();
    const far = net.connect(Number(port), '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      // A cut line is what it is for.
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (bytes) => {
      sent += bytes.length;
    });
    near.pipe(far).pipe(near);
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    get sent() {
      return sent;
    },
    cut(milliseconds) {
      isCut = true;
      for (const socket of open) socket.destroy();
      setTimeout(() => (isCut = false), milliseconds);
    },
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
