import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { findChromium } from './find-chromium.ts';

export interface BareBrowser {
  goto(address: string): Promise<void>;
  /** The value of an expression in the page, when it settled. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/**
 * A Chromium of its own that nobody listens in on: what journeys are driven by elsewhere keeps every body that a page
 * sends, and dies of two hundred megabytes.
 */
export async function openBareBrowser(): Promise<BareBrowser> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duyen-browser-'));
  const child = spawn(
    findChromium(),
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const socket = new WebSocket(await pageOf(await portOf(child.stderr)));
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let count = 0;
  const send = (method: string, params: object): Promise<Answer> => {
    count += 1;
    socket.send(JSON.stringify({ id: count, method, params }));
    return new Promise((resolve) => waiting.set(count, resolve));
  };
  return {
    async goto(address) {
      await send('Page.navigate', { url: address });
    },
    async evaluate<T>(expression: string) {
      const { result } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return result?.result?.value as T;
    },
    async close() {
      socket.close();
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Answer {
  id: number;
  result?: { result?: { value?: unknown } };
}

async function portOf(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    stderr.resume();
    return port;
  }
  throw new Error('Chromium ended before it was ready');
}

async function pageOf(port: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = (await answer.json()) as { type: string; webSocketDebuggerUrl: string }[];
  const page = targets.find(({ type }) => type === 'page');
  if (!page) throw new Error('Chromium has no page');
  return page.webSocketDebuggerUrl;
}
