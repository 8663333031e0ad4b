import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { declarations } from '#modules';
import { runConverter } from '#engine/files/office/run-converter.ts';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { eventually } from '#server/testing/eventually.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let folder: string;
let server: TestServer;
let clerkId: string;
let clerk: TestClient;
let stranger: TestClient;
const searched = process.env['PATH'];

beforeAll(async () => {
  const w = await testWorkspace(declarations);
  server = await serve(w);
  const own = await w.addRole({ '*': rightsOf('own') });
  clerkId = await w.addMember(own);
  [clerk, stranger] = [server.as(clerkId), server.as(await w.addMember(own))];
  folder = await mkdtemp(path.join(os.tmpdir(), 'duyen-converter-'));
});
afterEach(() => {
  process.env['PATH'] = searched;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A converter as LibreOffice is called; the file to convert is what is said last. */
async function install(does: string): Promise<string> {
  const file = path.join(folder, 'soffice');
  const script = `#!/bin/sh\nfor last; do :; done\nout=$(dirname "$last")/source.pdf\n${does}\n`;
  await writeFile(file, script, { mode: 0o755 });
  process.env['PATH'] = `${folder}:${searched}`;
  return file;
}

async function make(text: string) {
  const form = new FormData();
  form.append('file', new Blob([`{\\rtf1 ${text}}`]), 'Báo giá.rtf');
  const answer = await fetch(`${server.origin}/api/v1/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clerkId}` },
    body: form,
  });
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const file = items[0]?.id ?? '';
  const { json } = await clerk('POST', '/api/v1/documents', { file });
  const preview = () =>
    fetch(`${server.origin}/api/v1/files/${file}?preview`, {
      headers: { authorization: `Bearer ${clerkId}`, range: 'bytes=0-3' },
    });
  return { pages: `/api/v1/documents/${json.id}/pages`, preview };
}

it('an office file is shown as pages, made once, to who may see it', async () => {
  await install(`echo made >> "${folder}/made"; printf '%%PDF-1.7 trang' > "$out"`);
  const { pages, preview } = await make('một');
  expect((await stranger('GET', pages)).status).toBe(404);
  expect((await clerk('GET', pages)).json).toEqual({ shown: true });
  const got = await preview();
  expect([got.status, got.headers.get('content-type'), await got.text()]).toEqual([
    206,
    'application/pdf',
    '%PDF',
  ]);
  expect(got.headers.get('content-disposition')).toMatch(/^inline/);
  expect((await clerk('GET', pages)).json).toEqual({ shown: true });
  expect(await readFile(path.join(folder, 'made'), 'utf8')).toBe('made\n');
});

it('where nothing can make pages of it, the file itself is what there is', async () => {
  const { pages, preview } = await make('hai');
  process.env['PATH'] = folder.replace('converter', 'nowhere');
  expect((await clerk('GET', pages)).json).toEqual({ shown: false });
  await install('exit 77');
  expect((await clerk('GET', pages)).json).toEqual({ shown: false });
  const got = await preview();
  expect(got.headers.get('content-type')).toBe('application/rtf');
  expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
});

it('a converter that does not end is ended, with what it started, and leaves nothing', async () => {
  const child = path.join(folder, 'child');
  const converter = await install(`sleep 600 & echo $! > "${child}"; wait`);
  const into = await mkdtemp(path.join(folder, 'into-'));
  const source = { content: Readable.from(['x']), extension: 'rtf' };
  const running = runConverter(converter, source, path.join(into, 'a.pdf'), 1000);
  await expect(running).rejects.toThrow('took too long');
  expect(await readdir(into)).toEqual([]);
  const pid = Number(await readFile(child, 'utf8'));
  await eventually(async () => {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
    return /\) Z/.test(state);
  });
});
