import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** From the option, else typed without being shown, else the first line of what is piped in. */
export async function readPassword(given: string | undefined, prompt: string): Promise<string> {
  if (given !== undefined) return given;
  if (process.stdin.isTTY) process.stderr.write(prompt);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: unseen,
    terminal: process.stdin.isTTY,
  });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (process.stdin.isTTY) process.stderr.write('\n');
  }
}
