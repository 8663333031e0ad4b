import { once } from 'node:events';
import net from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from './config.ts';
import { scratchFolder } from './database/testing/scratch-folder.ts';
import { startProgram } from './program.ts';
import { silentServerLog } from './http/testing/serve.ts';

/** Sends a sign-in of which only the beginning has arrived so far. */
async function beginSignIn(address: string) {
  const body = '{"email":"nobody@x.test","password":"not the password"}';
  const socket = net.connect(Number(new URL(address).port), '127.0.0.1');
  const closed = once(socket, 'close');
  socket.write(
    `POST /api/auth/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n` +
      `Expect: 100-continue\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  // The server says this once it has read the head.
  expect(String((await once(socket, 'data'))[0])).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
  return async () => {
    socket.write(body.slice(10));
    await closed;
    return answer;
  };
}

it('is ready once it listens, ends what it began when stopped, and starts again on what it left', async () => {
  const dataDir = await scratchFolder();
  const start = async (more: Record<string, string> = {}) => {
    const program = await startProgram(
      readConfig({ DATA_DIR: dataDir, PORT: '0', ...more }),
      silentServerLog,
    );
    onTestFinished(() => program.stop());
    return { ...program, address: program.address ?? '' };
  };
  const first = await start();
  expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(first.page).toBe(`${first.address}setup`);
  expect((await fetch(`${first.address}readyz`)).status).toBe(200);
  expect((await fetch(`${first.address}api/v1/accounts`)).status).toBe(401);

  const { port } = new URL(first.address);
  await expect(start({ PORT: port })).rejects.toThrow(`PORT ${port} is used by another program`);
  expect((await fetch(`${first.address}readyz`)).status).toBe(200);

  const finish = await beginSignIn(first.address);
  const stopped = first.stop();
  expect(await finish()).toMatch(/^HTTP\/1\.1 401 /);
  await stopped;
  await expect(fetch(`${first.address}healthz`)).rejects.toThrow('fetch failed');

  const second = await start({ ROLE: 'web' });
  expect((await fetch(`${second.address}readyz`)).status).toBe(200);
  await second.stop();

  const third = await start({ ROLE: 'web', PUBLIC_URL: 'https://crm.example.com' });
  const [, token = ''] =
    /^https:\/\/crm\.example\.com\/setup#token=([\w-]{43})$/.exec(third.page ?? '') ?? [];
  const setUp = (code?: string) =>
    fetch(`${third.address}api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...(code !== undefined && { token: code }),
        company: {
          name: 'A',
          currency: 'VND',
          timeZone: 'Asia/Ho_Chi_Minh',
          language: 'vi',
        },
        administrator: { name: 'B', email: 'b@x.test', password: 'Chuồn chuồn bay thấp' },
        start: 'empty',
      }),
    });
  expect((await setUp()).status).toBe(403);
  expect((await setUp(token)).status).toBe(201);
  await third.stop();
  const last = await start({ ROLE: 'web' });
  expect(last.page).toBe(last.address);
}, 60_000);
